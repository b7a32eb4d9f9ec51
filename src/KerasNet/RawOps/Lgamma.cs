using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Lgamma(Tensor x) => Op<LgammaOp>.Instance.Call1([x]);
}

/// <summary>Elementwise logarithm of the absolute gamma function.</summary>
internal sealed class LgammaOp : FloatUnaryOp
{
    public override string Name => "Lgamma";

    protected override int Cost => 64;

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = T.CreateChecked(SpecialFunctions.LogGamma(double.CreateChecked(x[i])));
        }
    }

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.Mul(dy, RawOps.Digamma(x));
}
