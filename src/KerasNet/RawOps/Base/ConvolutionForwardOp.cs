using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>A convolution of an input with a filter.</summary>
internal abstract class ConvolutionForwardOp : ConvolutionOp
{
    public sealed override TensorSpec[] Infer(Node node)
    {
        var (x, filter) = (node.Inputs[0], node.Inputs[1]);
        CheckTypes(node, x, filter);
        return [new(x.DType, OutputShape(node, x.Shape, filter.Shape))];
    }

    public sealed override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (x, filter) = (node.Inputs[0], node.Inputs[1]);
        return [Kind.InputGradient(node, x, filter, dy[0]!), Kind.FilterGradient(node, x, RawOps.Shape(filter), filter.Shape, dy[0]!)];
    }

    protected sealed override void Compute<T>(Kernel kernel)
    {
        var (node, filter) = (kernel.Node, kernel.Input(1));
        var shape = OutputShape(node, kernel.Input(0).Shape, filter.Shape);
        var y = kernel.Allocate(0, shape, filter.DType);
        var first = ChannelsFirst(node);
        var x = ChannelOrder.Last<T>(kernel.Input(0), first);
        var result = ChannelOrder.Like(y, first);
        Geometry(node, x.Shape, filter.Shape, result.Shape).Forward<T>(x, filter, result);
        ChannelOrder.Deliver<T>(result, y, first);
    }
}
