using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Ceil(Tensor x) => Op<CeilOp>.Instance.Call1([x]);
}

/// <summary>Smallest integer not below each element.</summary>
internal sealed class CeilOp : FloatUnaryOp
{
    public override string Name => "Ceil";

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Ceiling(x, y);

    public override bool IsConstant => true;
}
