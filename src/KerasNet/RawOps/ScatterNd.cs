using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Adds slices into zeros of a shape; the shape has the indices' type.</summary>
    public static Tensor ScatterNd(Tensor indices, Tensor updates, Tensor shape, TensorShape? known = null) => known is null || shape.IsConcrete
        ? Op<ScatterNdOp>.Instance.Call1([indices, updates, shape])
        : Op<ScatterNdOp>.Instance.Call1([indices, updates, shape], ("known", known));
}

/// <summary>Slices added into zeros at positions of several axes.</summary>
internal sealed class ScatterNdOp : NumberOp
{
    public override string Name => "ScatterNd";

    protected override int Typed => 1;

    public override bool IsHostAttribute(string name) => name == "known";

    public override TensorSpec[] Infer(Node node)
    {
        var shape = node.Attr<TensorShape?>("known", null) ?? PartialValue.Shape(node.Inputs[2]);
        NdIndex.CheckUpdates(node, node.Inputs[0], node.Inputs[1], shape);
        return [new(node.Inputs[1].DType, shape)];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [null, RawOps.GatherNd(dy[0]!, node.Inputs[0]), null];

    protected override void Compute<T>(Kernel kernel)
    {
        var indices = kernel.Input(0);
        var updates = kernel.Input(1).Raw<T>();
        var y = Allocate<T>(kernel, new TensorShape(NumberReader.Ints(kernel.Input(2))));
        var sums = y.Raw<T>();
        sums.Clear();
        var at = new NdIndex(kernel.Node, indices, y.Shape);
        for (var row = 0; row < at.Rows; row++)
        {
            var to = sums.Slice(at.Offset(row), at.SliceSize);
            TensorPrimitives.Add<T>(to, updates.Slice(row * at.SliceSize, at.SliceSize), to);
        }
    }
}
