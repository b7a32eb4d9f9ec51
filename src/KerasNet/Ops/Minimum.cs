namespace KerasNet;

public static partial class Ops
{
    /// <summary>The smaller of two elements, with broadcasting; NaN wins.</summary>
    /// <remarks>Python: <c>keras.ops.minimum</c>.</remarks>
    public static Tensor Minimum(Tensor x1, Tensor x2) => Run("Minimum", x1, x2, static (a, b) =>
    {
        (a, b) = Promote(a, b);
        return RawOps.Minimum(a, b);
    });
}
