using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Rows that are <paramref name="on"/> at the index and <paramref name="off"/> elsewhere, along a new axis.</summary>
    public static Tensor OneHot(Tensor indices, int depth, Tensor on, Tensor off, int axis = -1) =>
        Op<OneHotOp>.Instance.Call1([indices, Scalar(depth), on, off], ("axis", axis));
}

/// <summary>Classes as rows with one element that is on.</summary>
internal sealed class OneHotOp : OpDefinition
{
    public override string Name => "OneHot";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        var depth = PartialValue.Of(node.Inputs[1])[0];
        return x.DType is DataType.Int32 or DataType.Int64 or DataType.UInt8
            ? [new(node.Inputs[2].DType, x.Shape.Insert(Axis(node, x.Rank), depth))]
            : throw node.Error($"classes must be integers. Received: {x.DType.Name()}. Cast them with Ops.Cast.");
    }

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var depth = NumberReader.Ints(kernel.Input(1))[0];
        var axis = Axis(kernel.Node, x.Rank);
        var y = kernel.Allocate(0, x.Shape.Insert(axis, depth));
        StridedCopy.Run(y.Shape.Dims, kernel.Input(3), 0, new long[y.Rank], y, 0, StridedCopy.Steps(y.Shape));
        var ids = new IndexReader(x.DType == DataType.UInt8 ? RawOps.Cast(x, DataType.Int32) : x);
        var inner = x.Shape[axis..].Size;
        for (var i = 0L; i < x.Size; i++)
        {
            if ((ulong)ids[i] < (ulong)depth)
            {
                var at = (i / inner * inner * depth) + (ids[i] * inner) + (i % inner);
                StridedCopy.Run([1], kernel.Input(2), 0, [1], y, at, [1]);
            }
        }
    }

    private static int Axis(Node node, int rank)
    {
        var axis = node.Attr("axis", -1);
        return axis >= -1 && axis <= rank ? (axis < 0 ? rank : axis) : throw node.Error($"axis {axis} is out of range for rank {rank}. Expected -1 to {rank}.");
    }
}
