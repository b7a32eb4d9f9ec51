using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor DivNoNan(Tensor a, Tensor b) => Op<DivNoNanOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise quotient with broadcasting; 0 where the divisor is 0.</summary>
internal sealed class DivNoNanOp : FloatBinaryOp
{
    public override string Name => "DivNoNan";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = b[i] == T.Zero ? T.Zero : a[i] / b[i];
        }
    }

    protected override (Tensor?, Tensor?) Derivative(Tensor a, Tensor b, Tensor y, Tensor dy)
    {
        var da = RawOps.DivNoNan(dy, b);
        return (da, RawOps.Neg(RawOps.Mul(da, y)));
    }
}
