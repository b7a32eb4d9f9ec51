namespace KerasNet;

public static partial class Ops
{
    /// <summary>The elements along an axis in ascending order; of the flattened tensor when the axis is null.</summary>
    /// <remarks>Python: <c>keras.ops.sort</c>.</remarks>
    public static Tensor Sort(Tensor x, int? axis = -1) => Run(
        "Sort",
        x,
        t => t.DType == DataType.Bool ? RawOps.Cast(Sorted(RawOps.Cast(t, DataType.Int8), axis).Values, DataType.Bool) : Sorted(t, axis).Values,
        ("axis", axis));
}
