namespace KerasNet;

public static partial class Ops
{
    /// <summary>Gaussian error linear unit; with <paramref name="approximate"/> through tanh.</summary>
    /// <remarks>Python: <c>keras.ops.gelu</c>.</remarks>
    public static Tensor Gelu(Tensor x, bool approximate = true) => Run("Gelu", x, t => approximate ? GeluByTanh(t) : GeluByErf(t), ("approximate", approximate));

    private static Tensor GeluByErf(Tensor x) =>
        RawOps.Mul(RawOps.Mul(Number(0.5, x), x), RawOps.AddV2(RawOps.Erf(RawOps.Mul(x, Number(0.7071067811865476, x))), Number(1, x)));

    private static Tensor GeluByTanh(Tensor x)
    {
        var cube = RawOps.Mul(RawOps.Square(x), x);
        var inner = RawOps.Mul(Number(0.7978845608028654, x), RawOps.AddV2(x, RawOps.Mul(Number(0.044715, x), cube)));
        return RawOps.Mul(RawOps.Mul(Number(0.5, x), x), RawOps.AddV2(RawOps.Tanh(inner), Number(1, x)));
    }
}
