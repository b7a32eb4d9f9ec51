using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor ReciprocalGrad(Tensor y, Tensor dy) => Op<ReciprocalGradOp>.Instance.Call1([y, dy]);
}

/// <summary>Gradient of Reciprocal by its result: -dy y².</summary>
internal sealed class ReciprocalGradOp : FusedGradientOp
{
    public override string Name => "ReciprocalGrad";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> z)
    {
        // As in TensorFlow a gradient of 0 stays 0, at an infinite slope too.
        for (var i = 0; i < z.Length; i++)
        {
            z[i] = T.IsZero(b[i]) ? b[i] : -b[i] * (a[i] * a[i]);
        }
    }

    protected override (Tensor? Da, Tensor? Db) Derivative(Tensor y, Tensor dy, Tensor z, Tensor dz) =>
        (RawOps.Mul(RawOps.Scalar(-2, y.DType), RawOps.Mul(y, RawOps.Mul(dy, dz))),
        RawOps.ReciprocalGrad(y, dz));
}
