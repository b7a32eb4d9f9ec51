namespace KerasNet;

public static partial class Ops
{
    /// <summary>Gated linear unit: one half of the axis times the sigmoid of the other.</summary>
    /// <remarks>Python: <c>keras.ops.glu</c>.</remarks>
    /// <exception cref="ArgumentException">The axis has an odd size.</exception>
    public static Tensor Glu(Tensor x, int axis = -1) => Run("Glu", x, t =>
    {
        var at = t.Shape.Axis(axis);
        if (t.Shape[at] % 2 != 0 && t.Shape[at] >= 0)
        {
            throw new ArgumentException($"axis size must be divisible by 2. Received: x.shape={t.Shape} with axis={axis}.", nameof(axis));
        }

        var halves = RawOps.Split(t, 2, at);
        return RawOps.Mul(halves[0], RawOps.Sigmoid(halves[1]));
    }, ("axis", axis));
}
