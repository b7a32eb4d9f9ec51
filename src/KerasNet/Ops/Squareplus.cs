namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise <c>(x + √(x² + b)) / 2</c>.</summary>
    /// <remarks>Python: <c>keras.ops.squareplus</c>.</remarks>
    public static Tensor Squareplus(Tensor x, double b = 4) => Run("Squareplus", x, t =>
        RawOps.Mul(RawOps.AddV2(t, RawOps.Sqrt(RawOps.AddV2(RawOps.Square(t), Number(b, t)))), Number(0.5, t)), ("b", b));
}
