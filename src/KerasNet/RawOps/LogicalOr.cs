using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor LogicalOr(Tensor a, Tensor b) => Op<LogicalOrOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise logical or, with broadcasting.</summary>
internal sealed class LogicalOrOp : LogicalOp
{
    public override string Name => "LogicalOr";

    protected override void Compute(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, Span<byte> y) => TensorPrimitives.BitwiseOr(a, b, y);
}
