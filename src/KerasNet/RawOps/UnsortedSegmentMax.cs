using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor UnsortedSegmentMax(Tensor data, Tensor ids, Tensor num) => Op<UnsortedSegmentMaxOp>.Instance.Call1([data, ids, num]);
}

/// <summary>Largest of the rows with the same number, element by element; the type's MinValue where a number has no row.</summary>
internal sealed class UnsortedSegmentMaxOp : UnsortedSegmentOp
{
    public override string Name => "UnsortedSegmentMax";

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => Shared(node, dy[0]!);

    protected override void Compute<T>(Kernel kernel) => JoinRows(kernel, T.MinValue, TensorPrimitives.Max);
}
