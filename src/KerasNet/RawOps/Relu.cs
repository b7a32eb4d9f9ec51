using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Relu(Tensor x) => Op<ReluOp>.Instance.Call1([x]);
}

/// <summary>Elementwise <c>max(x, 0)</c>.</summary>
internal sealed class ReluOp : NumberUnaryOp
{
    public override string Name => "Relu";

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Max(x, T.Zero, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.ReluGrad(dy, y);
}
