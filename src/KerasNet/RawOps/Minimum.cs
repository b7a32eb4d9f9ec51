using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Minimum(Tensor a, Tensor b) => Op<MinimumOp>.Instance.Call1([a, b]);
}

/// <summary>The smaller of two elements, with broadcasting; NaN wins. The gradient of equal ones goes to the first.</summary>
internal sealed class MinimumOp : NumberBinaryOp
{
    public override string Name => "Minimum";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Min(a, b, y);

    protected override (Tensor?, Tensor?) Derivative(Tensor a, Tensor b, Tensor y, Tensor dy)
    {
        var first = RawOps.LessEqual(a, b);
        var zero = RawOps.Scalar(0, dy.DType);
        return (RawOps.SelectV2(first, dy, zero), RawOps.SelectV2(first, zero, dy));
    }
}
