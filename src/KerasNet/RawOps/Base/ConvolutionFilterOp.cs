using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>Gradient of a convolution by its filter; inputs are the input, the filter's sizes and the output's gradient.</summary>
internal abstract class ConvolutionFilterOp : ConvolutionOp
{
    public sealed override TensorSpec[] Infer(Node node)
    {
        var (x, dy) = (node.Inputs[0], node.Inputs[2]);
        CheckTypes(node, x, dy);
        var filter = AskedShape(node, 1);
        var expected = OutputShape(node, x.Shape, filter);
        return dy.Shape.IsCompatibleWith(expected)
            ? [new(x.DType, filter)]
            : throw node.Error($"a convolution of an input {x.Shape} with a filter {filter} has the output {expected}. Received: a gradient of shape {dy.Shape}.");
    }

    public sealed override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (x, g) = (node.Inputs[0], node.Inputs[2]);
        return [Kind.InputGradient(node, x, dy[0]!, g), null, Kind.Again(node, x, dy[0]!)];
    }

    protected sealed override void Compute<T>(Kernel kernel)
    {
        var node = kernel.Node;
        var shape = new TensorShape(NumberReader.Ints(kernel.Input(1)));
        var filter = kernel.Allocate(0, shape, kernel.Input(0).DType);
        var first = ChannelsFirst(node);
        var (x, dy) = (ChannelOrder.Last<T>(kernel.Input(0), first), ChannelOrder.Last<T>(kernel.Input(2), first));
        Geometry(node, x.Shape, shape, dy.Shape).BackwardFilter<T>(x, dy, filter);
    }
}
