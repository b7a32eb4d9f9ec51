using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor TensorScatterMin(Tensor x, Tensor indices, Tensor updates) => Op<TensorScatterMinOp>.Instance.Call1([x, indices, updates]);
}

/// <summary>A tensor with slices joined by the smallest.</summary>
internal sealed class TensorScatterMinOp : TensorScatterOp
{
    public override string Name => "TensorScatterMin";

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => Shared(node, dy[0]!);

    protected override void Compute<T>(Kernel kernel) => Scatter<T>(kernel, TensorPrimitives.Min);
}
