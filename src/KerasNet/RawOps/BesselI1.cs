using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor BesselI1(Tensor x) => Op<BesselI1Op>.Instance.Call1([x]);
}

/// <summary>Modified Bessel function of order 1.</summary>
internal sealed class BesselI1Op : FloatUnaryOp
{
    public override string Name => "BesselI1";

    protected override int Cost => 64;

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = T.CreateSaturating(MathNet.Numerics.SpecialFunctions.BesselI1(double.CreateChecked(x[i])));
        }
    }

    // I0 − I1 / x, which is one half at 0.
    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) =>
        RawOps.Mul(dy, RawOps.Sub(RawOps.BesselI0(x), RawOps.SelectV2(RawOps.Equal(x, RawOps.Scalar(0, x.DType)), RawOps.Scalar(0.5, x.DType), RawOps.DivNoNan(y, x))));
}
