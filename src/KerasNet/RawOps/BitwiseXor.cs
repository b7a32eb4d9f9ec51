using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor BitwiseXor(Tensor a, Tensor b) => Op<BitwiseXorOp>.Instance.Call1([a, b]);
}

/// <summary>Exclusive or of the bits of two integers, with broadcasting.</summary>
internal sealed class BitwiseXorOp : IntegerBinaryOp
{
    public override string Name => "BitwiseXor";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Xor(a, b, y);
}
