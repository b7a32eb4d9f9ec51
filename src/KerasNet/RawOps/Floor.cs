using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Floor(Tensor x) => Op<FloorOp>.Instance.Call1([x]);
}

/// <summary>Largest integer not above each element.</summary>
internal sealed class FloorOp : FloatUnaryOp
{
    public override string Name => "Floor";

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Floor(x, y);

    public override bool IsConstant => true;
}
