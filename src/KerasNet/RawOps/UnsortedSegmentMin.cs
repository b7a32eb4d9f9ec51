using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor UnsortedSegmentMin(Tensor data, Tensor ids, Tensor num) => Op<UnsortedSegmentMinOp>.Instance.Call1([data, ids, num]);
}

/// <summary>Smallest of the rows with the same number, element by element; the type's MaxValue where a number has no row.</summary>
internal sealed class UnsortedSegmentMinOp : UnsortedSegmentOp
{
    public override string Name => "UnsortedSegmentMin";

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => Shared(node, dy[0]!);

    protected override void Compute<T>(Kernel kernel) => JoinRows(kernel, T.MaxValue, TensorPrimitives.Min);
}
