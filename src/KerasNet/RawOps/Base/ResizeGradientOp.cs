using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>Gradient of a resize; inputs are the gradient and the images before it.</summary>
internal abstract class ResizeGradientOp : OpDefinition
{
    protected abstract ResizeOp Forward { get; }

    public sealed override TensorSpec[] Infer(Node node)
    {
        var (dy, x) = (node.Inputs[0], node.Inputs[1]);
        return dy.Rank == 4 && x.Rank == 4
            ? [new(x.DType, x.Shape)]
            : throw node.Error($"expects a gradient and images of rank 4. Received: {dy.Shape} and {x.Shape}.");
    }

    public sealed override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [Forward.Call1([dy[0]!, ResizeOp.SizeOf(node.Inputs[0])], [.. node.Attributes]), null];

    public sealed override void Run(Kernel kernel)
    {
        var (dy, x) = (ResizeOp.Floats(kernel.Input(0)), kernel.Input(1));
        var dx = Tensor.Allocate(DataType.Float32, x.Shape);
        Forward.Kernels(kernel.Node).Backward(dy, dx);
        CastOp.Convert(dx, kernel.Allocate(0, x.Shape));
    }
}
