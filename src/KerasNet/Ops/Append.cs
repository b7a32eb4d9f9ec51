namespace KerasNet;

public static partial class Ops
{
    /// <summary>One tensor after the other along an axis; both flattened when none is given.</summary>
    /// <remarks>Python: <c>keras.ops.append</c>.</remarks>
    public static Tensor Append(Tensor x1, Tensor x2, int? axis = null) => Run(
        "Append",
        x1,
        x2,
        (a, b) =>
        {
            (a, b) = PromoteArrays(a, b);
            return axis is { } at
                ? RawOps.ConcatV2([a, b], at)
                : RawOps.ConcatV2([RawOps.Reshape(a, RawOps.Constant(-1)), RawOps.Reshape(b, RawOps.Constant(-1))], 0);
        },
        ("axis", axis));
}
