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

    protected sealed override unsafe void Compute<T>(Kernel kernel)
    {
        var x = kernel.Input(0);
        var y = kernel.Allocate(0, x.Shape, DataTypes.Of(typeof(T)));
        ElementLoop.Run(checked((int)y.Size), 8, new Part<T>(this, kernel.Node, (T*)x.Pointer, (T*)y.Pointer));
    }

    private readonly unsafe struct Part<T>(ActivationOp op, Node node, T* x, T* y) : IRangeAction
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int end) =>
            op.Compute(node, new ReadOnlySpan<T>(x + start, end - start), new Span<T>(y + start, end - start));
    }
}
