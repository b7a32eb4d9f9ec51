using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor AddV2(Tensor a, Tensor b) => Op<AddV2Op>.Instance.Call1([a, b]);
}

/// <summary>Elementwise sum with broadcasting.</summary>
internal sealed class AddV2Op : NumberBinaryOp
{
    public override string Name => "AddV2";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Add(a, b, y);

    protected override void ComputeComplex(ReadOnlySpan<System.Numerics.Complex> a, ReadOnlySpan<System.Numerics.Complex> b, Span<System.Numerics.Complex> y) => TensorPrimitives.Add(a, b, y);

    protected override (Tensor?, Tensor?) Derivative(Tensor a, Tensor b, Tensor y, Tensor dy) => (dy, dy);
}
