using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor SigmoidGrad(Tensor y, Tensor dy) => Op<SigmoidGradOp>.Instance.Call1([y, dy]);
}

/// <summary>Gradient of Sigmoid by its result: dy y (1 - y).</summary>
internal sealed class SigmoidGradOp : FusedGradientOp
{
    public override string Name => "SigmoidGrad";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> z)
    {
        for (var i = 0; i < z.Length; i++)
        {
            z[i] = b[i] * (a[i] * (T.One - a[i]));
        }
    }

    protected override (Tensor? Da, Tensor? Db) Derivative(Tensor y, Tensor dy, Tensor z, Tensor dz) =>
        (RawOps.Mul(RawOps.Mul(dy, dz), RawOps.Sub(RawOps.Scalar(1, y.DType), RawOps.Mul(RawOps.Scalar(2, y.DType), y))),
        RawOps.SigmoidGrad(y, dz));
}
