using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Softplus(Tensor x) => Op<SoftplusOp>.Instance.Call1([x]);
}

/// <summary>Elementwise log(1 + e^x).</summary>
internal sealed class SoftplusOp : FloatUnaryOp
{
    public override string Name => "Softplus";

    protected override int Cost => 16;

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            var v = x[i];
            y[i] = T.Max(v, T.Zero) + SpecialFunctions.Log1P(T.Exp(-T.Abs(v)));
        }
    }

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.SoftplusGrad(dy, x);
}
