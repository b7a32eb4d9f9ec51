using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Digamma(Tensor x) => Op<DigammaOp>.Instance.Call1([x]);
}

/// <summary>Elementwise derivative of the logarithm of the gamma function.</summary>
internal sealed class DigammaOp : FloatUnaryOp
{
    public override string Name => "Digamma";

    protected override int Cost => 64;

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = T.CreateChecked(SpecialFunctions.Digamma(double.CreateChecked(x[i])));
        }
    }

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.Mul(dy, RawOps.Polygamma(RawOps.OnesLike(x), x));
}
