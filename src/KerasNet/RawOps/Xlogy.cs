using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Xlogy(Tensor a, Tensor b) => Op<XlogyOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise a log(b), with broadcasting; 0 where a is 0.</summary>
internal sealed class XlogyOp : FloatBinaryOp
{
    public override string Name => "Xlogy";

    protected override int Cost => 8;

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = a[i] == T.Zero ? T.Zero : a[i] * T.Log(b[i]);
        }
    }

    protected override (Tensor?, Tensor?) Derivative(Tensor a, Tensor b, Tensor y, Tensor dy) =>
        (RawOps.Mul(dy, RawOps.Xlogy(RawOps.Cast(RawOps.NotEqual(a, RawOps.Scalar(0, a.DType)), a.DType), b)),
        RawOps.Mul(dy, RawOps.Xdivy(a, b)));
}
