using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor LogicalAnd(Tensor a, Tensor b) => Op<LogicalAndOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise logical and, with broadcasting.</summary>
internal sealed class LogicalAndOp : LogicalOp
{
    public override string Name => "LogicalAnd";

    protected override void Compute(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, Span<byte> y) => TensorPrimitives.BitwiseAnd(a, b, y);
}
