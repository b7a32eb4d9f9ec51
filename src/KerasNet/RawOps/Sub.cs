using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Sub(Tensor a, Tensor b) => Op<SubOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise difference with broadcasting.</summary>
internal sealed class SubOp : NumberBinaryOp
{
    public override string Name => "Sub";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Subtract(a, b, y);

    protected override void ComputeComplex(ReadOnlySpan<System.Numerics.Complex> a, ReadOnlySpan<System.Numerics.Complex> b, Span<System.Numerics.Complex> y) => TensorPrimitives.Subtract(a, b, y);

    protected override (Tensor?, Tensor?) Derivative(Tensor a, Tensor b, Tensor y, Tensor dy) => (dy, RawOps.Neg(dy));
}
