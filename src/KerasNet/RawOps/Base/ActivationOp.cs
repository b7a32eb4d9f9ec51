using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>An activation with parameters among its attributes: result of the input's shape and type.</summary>
internal abstract class ActivationOp : FloatOp
{
    public sealed override TensorSpec[] Infer(Node node) => [new(node.Inputs[0].DType, node.Inputs[0].Shape)];

    public sealed override Tensor?[] Gradient(Node node, Tensor?[] dy) => [Derivative(node, node.Inputs[0], node.Outputs[0], dy[0]!)];

    protected abstract Tensor Derivative(Node node, Tensor x, Tensor y, Tensor dy);

    protected abstract void Compute<T>(Node node, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>;

    protected sealed override void Compute<T>(Kernel kernel) =>
        Compute(kernel.Node, kernel.Input(0).AsSpan<T>(), Allocate<T>(kernel, 0, kernel.Input(0).Shape));
}
