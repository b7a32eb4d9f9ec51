namespace KerasNet;

public static partial class Ops
{
    /// <summary>The greater of two elements, with broadcasting; NaN wins.</summary>
    /// <remarks>Python: <c>keras.ops.maximum</c>.</remarks>
    public static Tensor Maximum(Tensor x1, Tensor x2) => Run("Maximum", x1, x2, static (a, b) =>
    {
        (a, b) = Promote(a, b);
        return RawOps.Maximum(a, b);
    });
}
