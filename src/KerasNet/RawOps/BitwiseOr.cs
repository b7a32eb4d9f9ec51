using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor BitwiseOr(Tensor a, Tensor b) => Op<BitwiseOrOp>.Instance.Call1([a, b]);
}

/// <summary>Or of the bits of two integers, with broadcasting.</summary>
internal sealed class BitwiseOrOp : IntegerBinaryOp
{
    public override string Name => "BitwiseOr";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.BitwiseOr(a, b, y);
}
