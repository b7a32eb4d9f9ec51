using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor BitwiseAnd(Tensor a, Tensor b) => Op<BitwiseAndOp>.Instance.Call1([a, b]);
}

/// <summary>And of the bits of two integers, with broadcasting.</summary>
internal sealed class BitwiseAndOp : IntegerBinaryOp
{
    public override string Name => "BitwiseAnd";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.BitwiseAnd(a, b, y);
}
