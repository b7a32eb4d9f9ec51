using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Softsign(Tensor x) => Op<SoftsignOp>.Instance.Call1([x]);
}

/// <summary>Elementwise x / (1 + |x|).</summary>
internal sealed class SoftsignOp : FloatUnaryOp
{
    public override string Name => "Softsign";

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = x[i] / (T.One + T.Abs(x[i]));
        }
    }

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.SoftsignGrad(dy, x);
}
