using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor ResizeNearestNeighborGrad(Tensor dy, Tensor size, bool alignCorners = false, bool halfPixelCenters = false) =>
        Op<ResizeNearestNeighborGradOp>.Instance.Call1([dy, size], ResizeOp.Attributes(alignCorners, halfPixelCenters));
}

/// <summary>Gradient of nearest-neighbour resizing; inputs are the gradient and the size of the images before it.</summary>
internal sealed class ResizeNearestNeighborGradOp : OpDefinition
{
    public override string Name => "ResizeNearestNeighborGrad";

    public override TensorSpec[] Infer(Node node)
    {
        var dy = node.Inputs[0];
        var size = node.ConstantInts(1) ?? [-1, -1];
        return dy.Rank == 4 && size.Length == 2
            ? [new(dy.DType, new TensorShape(dy.Shape[0], size[0], size[1], dy.Shape[3]))]
            : throw node.Error($"expects a gradient of rank 4 and a size (height, width). Received: {dy.Shape} and {size.Length} numbers.");
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [Op<ResizeNearestNeighborOp>.Instance.Call1([dy[0]!, ResizeOp.SizeOf(node.Inputs[0])], [.. node.Attributes]), null];

    public override void Run(Kernel kernel)
    {
        var dy = ResizeOp.Floats(kernel.Input(0));
        var size = NumberReader.Ints(kernel.Input(1));
        var dx = Tensor.Allocate(DataType.Float32, new TensorShape(dy.Shape[0], size[0], size[1], dy.Shape[3]));
        Op<ResizeNearestNeighborOp>.Instance.Kernels(kernel.Node).Backward(dy, dx);
        CastOp.Convert(dx, kernel.Allocate(0, dx.Shape));
    }
}
