using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor FloorMod(Tensor a, Tensor b) => Op<FloorModOp>.Instance.Call1([a, b]);
}

/// <summary>Remainder with the divisor's sign, as in Python.</summary>
internal sealed class FloorModOp : NumberBinaryOp
{
    public override string Name => "FloorMod";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            var r = a[i] % b[i];
            y[i] = !T.IsZero(r) && T.IsNegative(r) != T.IsNegative(b[i]) ? r + b[i] : r;
        }
    }

    protected override (Tensor?, Tensor?) Derivative(Tensor a, Tensor b, Tensor y, Tensor dy) =>
        (dy, RawOps.Neg(RawOps.Mul(dy, RawOps.RealDiv(RawOps.Sub(a, y), b))));
}
