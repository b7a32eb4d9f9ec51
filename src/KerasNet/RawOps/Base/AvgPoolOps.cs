using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>The mean of each window, padding not counted.</summary>
internal abstract class AvgPoolForwardOp : PoolOp
{
    protected abstract OpDefinition GradientOp { get; }

    public sealed override TensorSpec[] Infer(Node node) => [new(node.Inputs[0].DType, OutputShape(node, node.Inputs[0].Shape))];

    public sealed override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var x = node.Inputs[0];
        var shape = RawOps.Shape(x);
        return [GradientOp.Call1([shape, dy[0]!], [.. Shared(node), .. ConvolutionKind.Known(shape, x.Shape)])];
    }

    protected sealed override void Compute<T>(Kernel kernel)
    {
        var (node, first) = (kernel.Node, ChannelsFirst(kernel.Node));
        var y = kernel.Allocate(0, OutputShape(node, kernel.Input(0).Shape), kernel.Input(0).DType);
        var (x, result) = (ChannelOrder.Last<T>(kernel.Input(0), first), ChannelOrder.Like(y, first));
        Geometry(node, x.Shape, result.Shape).Average(x, result);
        ChannelOrder.Deliver<T>(result, y, first);
    }
}

/// <summary>The gradient of means, in equal shares; inputs are the sizes of the pool's input and the gradient.</summary>
internal abstract class AvgPoolGradientOp : PoolOp
{
    protected sealed override int TypeInput => 1;

    protected abstract OpDefinition ForwardOp { get; }

    public sealed override TensorSpec[] Infer(Node node)
    {
        var known = node.ConstantInts(0) is { } dims
            ? new TensorShape(dims)
            : node.Attr("known", new TensorShape(Enumerable.Repeat(-1, SpatialRank + 2).ToArray()));
        return [new(node.Inputs[1].DType, known)];
    }

    public sealed override Tensor?[] Gradient(Node node, Tensor?[] dy) => [null, ForwardOp.Call1([dy[0]!], [.. Shared(node)])];

    protected sealed override void Compute<T>(Kernel kernel)
    {
        var (node, first) = (kernel.Node, ChannelsFirst(kernel.Node));
        var dx = kernel.Allocate(0, new TensorShape(NumberReader.Ints(kernel.Input(0))), kernel.Input(1).DType);
        var (dy, result) = (ChannelOrder.Last<T>(kernel.Input(1), first), ChannelOrder.Like(dx, first));
        Geometry(node, result.Shape, dy.Shape).AverageGradient(dy, result);
        ChannelOrder.Deliver<T>(result, dx, first);
    }
}
