using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor BesselI0(Tensor x) => Op<BesselI0Op>.Instance.Call1([x]);
}

/// <summary>Modified Bessel function of order 0.</summary>
internal sealed class BesselI0Op : FloatUnaryOp
{
    public override string Name => "BesselI0";

    protected override int Cost => 64;

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = T.CreateSaturating(MathNet.Numerics.SpecialFunctions.BesselI0(double.CreateChecked(x[i])));
        }
    }

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.Mul(dy, RawOps.BesselI1(x));
}
