using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor RealDiv(Tensor a, Tensor b) => Op<RealDivOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise quotient with broadcasting.</summary>
internal sealed class RealDivOp : FloatBinaryOp
{
    public override string Name => "RealDiv";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Divide(a, b, y);

    protected override (Tensor?, Tensor?) Derivative(Tensor a, Tensor b, Tensor y, Tensor dy)
    {
        var da = RawOps.RealDiv(dy, b);
        return (da, RawOps.Neg(RawOps.Mul(da, y)));
    }
}
