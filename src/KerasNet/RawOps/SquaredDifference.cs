using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor SquaredDifference(Tensor a, Tensor b) => Op<SquaredDifferenceOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise (a - b)², with broadcasting.</summary>
internal sealed class SquaredDifferenceOp : NumberBinaryOp
{
    public override string Name => "SquaredDifference";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            var d = a[i] - b[i];
            y[i] = d * d;
        }
    }

    protected override (Tensor?, Tensor?) Derivative(Tensor a, Tensor b, Tensor y, Tensor dy)
    {
        var da = RawOps.Mul(RawOps.Mul(RawOps.Scalar(2, dy.DType), dy), RawOps.Sub(a, b));
        return (da, RawOps.Neg(da));
    }
}
