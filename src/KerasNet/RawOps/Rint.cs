using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Rint(Tensor x) => Op<RintOp>.Instance.Call1([x]);
}

/// <summary>Nearest integer, halves to even.</summary>
internal sealed class RintOp : FloatUnaryOp
{
    public override string Name => "Rint";

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Round(x, y);

    public override bool IsConstant => true;
}
