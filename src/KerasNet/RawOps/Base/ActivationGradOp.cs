using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>The gradient op of an activation: inputs <c>gradients</c> and the activation's features (or outputs), of one shape.</summary>
internal abstract class ActivationGradOp : FloatOp
{
    public override TensorSpec[] Infer(Node node)
    {
        var (g, f) = (node.Inputs[0], node.Inputs[1]);
        return g.DType != f.DType || !g.Shape.IsCompatibleWith(f.Shape)
            ? throw node.Error($"both inputs must have one shape and data type. Received: {g.Shape} of {g.DType.Name()} and {f.Shape} of {f.DType.Name()}.")
            : [new(g.DType, g.Shape.IsFullyDefined ? g.Shape : f.Shape)];
    }

    public sealed override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (d, f) = Derivative(node, node.Inputs[0], node.Inputs[1], dy[0]!);
        return [d, f];
    }

    protected abstract (Tensor? Gradients, Tensor? Features) Derivative(Node node, Tensor gradients, Tensor features, Tensor dy);

    protected abstract void Compute<T>(Node node, ReadOnlySpan<T> gradients, ReadOnlySpan<T> features, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>;

    protected sealed override unsafe void Compute<T>(Kernel kernel)
    {
        var (gradients, features) = (kernel.Input(0), kernel.Input(1));
        var y = kernel.Allocate(0, gradients.Shape, DataTypes.Of(typeof(T)));
        ElementLoop.Run(checked((int)y.Size), 1, new Part<T>(this, kernel.Node, (T*)gradients.Pointer, (T*)features.Pointer, (T*)y.Pointer));
    }

    private readonly unsafe struct Part<T>(ActivationGradOp op, Node node, T* gradients, T* features, T* y) : IRangeAction
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int end)
        {
            var count = end - start;
            op.Compute(node, new ReadOnlySpan<T>(gradients + start, count), new ReadOnlySpan<T>(features + start, count), new Span<T>(y + start, count));
        }
    }
}
