using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor TensorScatterUpdate(Tensor x, Tensor indices, Tensor updates) => Op<TensorScatterUpdateOp>.Instance.Call1([x, indices, updates]);
}

/// <summary>A tensor with slices replaced.</summary>
internal sealed class TensorScatterUpdateOp : TensorScatterOp
{
    public override string Name => "TensorScatterUpdate";

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var indices = node.Inputs[1];
        return [RawOps.TensorScatterUpdate(dy[0]!, indices, RawOps.ZerosLike(node.Inputs[2])), null, RawOps.GatherNd(dy[0]!, indices)];
    }

    protected override void Compute<T>(Kernel kernel) => Scatter<T>(kernel, static (_, b, y) => b.CopyTo(y));
}
