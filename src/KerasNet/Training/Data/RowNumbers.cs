namespace KerasNet.Training;

/// <summary>0, 1, 2, …: the rows of a batch that is taken whole.</summary>
internal static class RowNumbers
{
    private static int[] _numbers = [.. Enumerable.Range(0, 1024)];

    public static ReadOnlySpan<int> Of(int count)
    {
        var numbers = _numbers;
        if (numbers.Length < count)
        {
            _numbers = numbers = [.. Enumerable.Range(0, count)];
        }

        return numbers.AsSpan(0, count);
    }
}
