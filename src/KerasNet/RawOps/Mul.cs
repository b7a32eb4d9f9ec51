using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Mul(Tensor a, Tensor b) => Op<MulOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise product with broadcasting.</summary>
internal sealed class MulOp : NumberBinaryOp
{
    public override string Name => "Mul";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Multiply(a, b, y);

    protected override void ComputeComplex(ReadOnlySpan<System.Numerics.Complex> a, ReadOnlySpan<System.Numerics.Complex> b, Span<System.Numerics.Complex> y) => TensorPrimitives.Multiply(a, b, y);

    protected override (Tensor?, Tensor?) Derivative(Tensor a, Tensor b, Tensor y, Tensor dy) => (RawOps.Mul(dy, b), RawOps.Mul(dy, a));
}
