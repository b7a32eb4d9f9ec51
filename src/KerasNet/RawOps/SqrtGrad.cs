using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor SqrtGrad(Tensor y, Tensor dy) => Op<SqrtGradOp>.Instance.Call1([y, dy]);
}

/// <summary>Gradient of Sqrt by its result: dy / 2y.</summary>
internal sealed class SqrtGradOp : FusedGradientOp
{
    public override string Name => "SqrtGrad";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> z)
    {
        // As in TensorFlow a gradient of 0 stays 0, at an infinite slope too.
        for (var i = 0; i < z.Length; i++)
        {
            z[i] = T.IsZero(b[i]) ? b[i] : b[i] / (a[i] + a[i]);
        }
    }

    protected override (Tensor? Da, Tensor? Db) Derivative(Tensor y, Tensor dy, Tensor z, Tensor dz) =>
        (RawOps.Neg(RawOps.RealDiv(RawOps.Mul(z, dz), y)),
        RawOps.SqrtGrad(y, dz));
}
