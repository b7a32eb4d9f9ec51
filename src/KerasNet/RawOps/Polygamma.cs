using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Polygamma(Tensor order, Tensor x) => Op<PolygammaOp>.Instance.Call1([order, x]);
}

/// <summary>Derivatives of the digamma function, of an order that is given for each element.</summary>
internal sealed class PolygammaOp : FloatBinaryOp
{
    public override string Name => "Polygamma";

    protected override int Cost => 256;

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = T.CreateChecked(SpecialFunctions.Polygamma(double.CreateChecked(a[i]), double.CreateChecked(b[i])));
        }
    }

    protected override (Tensor?, Tensor?) Derivative(Tensor a, Tensor b, Tensor y, Tensor dy) =>
        (null, RawOps.Mul(dy, RawOps.Polygamma(RawOps.AddV2(a, RawOps.Scalar(1, a.DType)), b)));
}
