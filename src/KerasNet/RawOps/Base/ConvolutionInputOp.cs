using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>Gradient of a convolution by its input; inputs are the input's sizes, the filter and the output's gradient.</summary>
internal abstract class ConvolutionInputOp : ConvolutionOp
{
    protected sealed override int TypeInput => 1;

    public sealed override TensorSpec[] Infer(Node node)
    {
        var (filter, dy) = (node.Inputs[1], node.Inputs[2]);
        CheckTypes(node, filter, dy);
        var x = AskedShape(node, 0);
        var expected = OutputShape(node, x, filter.Shape);
        return dy.Shape.IsCompatibleWith(expected)
            ? [new(filter.DType, x[0] < 0 && dy.Shape[0] >= 0 ? x.With(0, dy.Shape[0]) : x)]
            : throw node.Error($"a convolution of an input {x} with a filter {filter.Shape} has the output {expected}. Received: a gradient of shape {dy.Shape}.");
    }

    public sealed override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (filter, g) = (node.Inputs[1], node.Inputs[2]);
        return [null, Kind.FilterGradient(node, dy[0]!, RawOps.Shape(filter), filter.Shape, g), Kind.Again(node, dy[0]!, filter)];
    }

    protected sealed override void Compute<T>(Kernel kernel)
    {
        var (node, filter) = (kernel.Node, kernel.Input(1));
        var shape = new TensorShape(NumberReader.Ints(kernel.Input(0)));
        var x = kernel.Allocate(0, shape, filter.DType);
        var first = ChannelsFirst(node);
        var dy = ChannelOrder.Last<T>(kernel.Input(2), first);
        var result = ChannelOrder.Like(x, first);
        Geometry(node, result.Shape, filter.Shape, dy.Shape).BackwardInput<T>(filter, dy, result);
        ChannelOrder.Deliver<T>(result, x, first);
    }
}
