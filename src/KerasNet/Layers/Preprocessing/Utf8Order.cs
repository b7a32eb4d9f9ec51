namespace KerasNet.Layers;

/// <summary>The order of UTF-8 bytes, which is that of code points: NumPy and TensorFlow sort text so.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static readonly Utf8Order Instance = new();

    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? string.Empty, y ?? string.Empty);
        var length = Math.Min(a.Length, b.Length);
        for (var i = 0; i < length; i++)
        {
            if (a[i] != b[i])
            {
                // Halves of pairs stand for code points above all others.
                return Weight(a[i]).CompareTo(Weight(b[i]));
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    private static int Weight(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
}
