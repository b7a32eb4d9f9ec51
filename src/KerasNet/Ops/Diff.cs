namespace KerasNet;

public static partial class Ops
{
    /// <summary>Differences of neighbours along an axis, <paramref name="n"/> times over.</summary>
    /// <remarks>Python: <c>keras.ops.diff</c>.</remarks>
    public static Tensor Diff(Tensor a, int n = 1, int axis = -1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return Run("Diff", a, t => Differences(t, n, axis), ("n", n), ("axis", axis));
    }

    private static Tensor Differences(Tensor x, int n, int axis)
    {
        var along = x.Shape.Axis(axis);
        for (var i = 0; i < n; i++)
        {
            var index = new TensorIndex[along + 1];
            Array.Fill(index, Range.All);
            index[along] = 1..;
            var next = GetItem(x, index);
            index[along] = ..^1;
            var before = GetItem(x, index);
            x = x.DType == DataType.Bool ? RawOps.NotEqual(next, before) : RawOps.Sub(next, before);
        }

        return x;
    }
}
