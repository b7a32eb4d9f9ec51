using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor SoftsignGrad(Tensor gradients, Tensor features) => Op<SoftsignGradOp>.Instance.Call1([gradients, features]);
}

/// <summary>Gradient of Softsign by its input: dy / (1 + |x|)².</summary>
internal sealed class SoftsignGradOp : FusedGradientOp
{
    public override string Name => "SoftsignGrad";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> z)
    {
        for (var i = 0; i < z.Length; i++)
        {
            var d = T.One + T.Abs(b[i]);
            z[i] = a[i] / (d * d);
        }
    }

    protected override (Tensor? Da, Tensor? Db) Derivative(Tensor gradients, Tensor features, Tensor z, Tensor dz) =>
        (RawOps.SoftsignGrad(dz, features),
        RawOps.RealDiv(RawOps.Mul(RawOps.Scalar(-2, z.DType), RawOps.Mul(RawOps.Sign(features), RawOps.Mul(z, dz))), RawOps.AddV2(RawOps.Scalar(1, z.DType), RawOps.Abs(features))));
}
