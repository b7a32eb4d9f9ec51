using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>The largest element of each window.</summary>
internal abstract class MaxPoolForwardOp : PoolOp
{
    protected abstract OpDefinition GradientOp { get; }

    public sealed override TensorSpec[] Infer(Node node) => [new(node.Inputs[0].DType, OutputShape(node, node.Inputs[0].Shape))];

    public sealed override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [GradientOp.Call1([node.Inputs[0], node.Outputs[0], dy[0]!], [.. Shared(node)])];

    protected sealed override void Compute<T>(Kernel kernel)
    {
        var (node, first) = (kernel.Node, ChannelsFirst(kernel.Node));
        var y = kernel.Allocate(0, OutputShape(node, kernel.Input(0).Shape), kernel.Input(0).DType);
        var (x, result) = (ChannelOrder.Last<T>(kernel.Input(0), first), ChannelOrder.Like(y, first));
        Geometry(node, x.Shape, result.Shape).Max(x, result);
        ChannelOrder.Deliver<T>(result, y, first);
    }
}

/// <summary>The gradient at the place of each window's largest element; inputs are the pool's input, its output and the gradient.</summary>
internal abstract class MaxPoolGradientOp : PoolOp
{
    protected abstract OpDefinition GradientOp { get; }

    /// <summary>Whether all of equal elements get the gradient, or the first only.</summary>
    protected abstract bool All { get; }

    public sealed override TensorSpec[] Infer(Node node) => [new(node.Inputs[0].DType, node.Inputs[0].Shape)];

    public sealed override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [null, null, GradientOp.Call1([node.Inputs[0], node.Inputs[1], dy[0]!], [.. Shared(node)])];

    protected sealed override void Compute<T>(Kernel kernel)
    {
        var (node, first) = (kernel.Node, ChannelsFirst(kernel.Node));
        var dx = kernel.Allocate(0, kernel.Input(0).Shape, kernel.Input(0).DType);
        var (x, y) = (ChannelOrder.Last<T>(kernel.Input(0), first), ChannelOrder.Last<T>(kernel.Input(1), first));
        var (dy, result) = (ChannelOrder.Last<T>(kernel.Input(2), first), ChannelOrder.Like(dx, first));
        Geometry(node, x.Shape, y.Shape).MaxGradient(x, y, dy, result, All);
        ChannelOrder.Deliver<T>(result, dx, first);
    }
}

/// <summary>The gradient of a maximum pool's gradient: takes from the third input what stands at each window's largest element.</summary>
internal abstract class MaxPoolSecondOp : PoolOp
{
    protected abstract OpDefinition GradientOp { get; }

    /// <summary>Whether all of equal elements count, or the first only.</summary>
    protected abstract bool All { get; }

    public sealed override TensorSpec[] Infer(Node node) => [new(node.Inputs[1].DType, node.Inputs[1].Shape)];

    public sealed override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [null, null, GradientOp.Call1([node.Inputs[0], node.Inputs[1], dy[0]!], [.. Shared(node)])];

    protected sealed override void Compute<T>(Kernel kernel)
    {
        var (node, first) = (kernel.Node, ChannelsFirst(kernel.Node));
        var taken = kernel.Allocate(0, kernel.Input(1).Shape, kernel.Input(1).DType);
        var (x, y) = (ChannelOrder.Last<T>(kernel.Input(0), first), ChannelOrder.Last<T>(kernel.Input(1), first));
        var (from, result) = (ChannelOrder.Last<T>(kernel.Input(2), first), ChannelOrder.Like(taken, first));
        Geometry(node, x.Shape, y.Shape).TakeAtMax<T>(x, y, from, result, All);
        ChannelOrder.Deliver<T>(result, taken, first);
    }
}
