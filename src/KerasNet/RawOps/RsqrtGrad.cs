using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor RsqrtGrad(Tensor y, Tensor dy) => Op<RsqrtGradOp>.Instance.Call1([y, dy]);
}

/// <summary>Gradient of Rsqrt by its result: -dy y³ / 2.</summary>
internal sealed class RsqrtGradOp : FusedGradientOp
{
    public override string Name => "RsqrtGrad";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> z)
    {
        // As in TensorFlow a gradient of 0 stays 0, at an infinite slope too.
        for (var i = 0; i < z.Length; i++)
        {
            z[i] = T.IsZero(b[i]) ? b[i] : b[i] * (a[i] * a[i] * a[i]) / -(T.One + T.One);
        }
    }

    protected override (Tensor? Da, Tensor? Db) Derivative(Tensor y, Tensor dy, Tensor z, Tensor dz) =>
        (RawOps.Mul(RawOps.Scalar(-1.5, y.DType), RawOps.Mul(RawOps.Square(y), RawOps.Mul(dy, dz))),
        RawOps.RsqrtGrad(y, dz));
}
