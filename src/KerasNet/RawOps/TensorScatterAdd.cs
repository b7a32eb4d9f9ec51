using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor TensorScatterAdd(Tensor x, Tensor indices, Tensor updates) => Op<TensorScatterAddOp>.Instance.Call1([x, indices, updates]);
}

/// <summary>A tensor with slices added to.</summary>
internal sealed class TensorScatterAddOp : TensorScatterOp
{
    public override string Name => "TensorScatterAdd";

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [dy[0], null, RawOps.GatherNd(dy[0]!, node.Inputs[1])];

    protected override void Compute<T>(Kernel kernel) => Scatter<T>(kernel, TensorPrimitives.Add);
}
