using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Xdivy(Tensor a, Tensor b) => Op<XdivyOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise a / b, with broadcasting; 0 where a is 0.</summary>
internal sealed class XdivyOp : FloatBinaryOp
{
    public override string Name => "Xdivy";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = a[i] == T.Zero ? T.Zero : a[i] / b[i];
        }
    }

    protected override (Tensor?, Tensor?) Derivative(Tensor a, Tensor b, Tensor y, Tensor dy) =>
        (RawOps.Mul(dy, RawOps.Xdivy(RawOps.Cast(RawOps.NotEqual(a, RawOps.Scalar(0, a.DType)), a.DType), b)),
        RawOps.Mul(dy, RawOps.Neg(RawOps.Xdivy(y, b))));
}
