namespace KerasNet;

public static partial class Ops
{
    /// <summary>Angle of the point (x2, x1), from -π to π, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.arctan2</c>.</remarks>
    public static Tensor Arctan2(Tensor x1, Tensor x2) => Run("Arctan2", x1, x2, static (a, b) =>
    {
        (a, b) = PromoteArrays(a, b);
        return RawOps.Atan2(ToFloat(a), ToFloat(b));
    });
}
