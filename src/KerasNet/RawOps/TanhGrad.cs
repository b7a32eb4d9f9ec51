using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor TanhGrad(Tensor y, Tensor dy) => Op<TanhGradOp>.Instance.Call1([y, dy]);
}

/// <summary>Gradient of Tanh by its result: dy (1 - y²).</summary>
internal sealed class TanhGradOp : FusedGradientOp
{
    public override string Name => "TanhGrad";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> z)
    {
        for (var i = 0; i < z.Length; i++)
        {
            z[i] = b[i] * (T.One - (a[i] * a[i]));
        }
    }

    protected override (Tensor? Da, Tensor? Db) Derivative(Tensor y, Tensor dy, Tensor z, Tensor dz) =>
        (RawOps.Mul(RawOps.Scalar(-2, y.DType), RawOps.Mul(y, RawOps.Mul(dy, dz))),
        RawOps.TanhGrad(y, dz));
}
