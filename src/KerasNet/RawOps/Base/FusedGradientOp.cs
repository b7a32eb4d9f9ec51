using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>A derivative that TensorFlow has as one kernel: two inputs of one shape, no broadcasting.</summary>
internal abstract class FusedGradientOp : OpDefinition
{
    public override TensorSpec[] Infer(Node node)
    {
        var (a, b) = (node.Inputs[0], node.Inputs[1]);
        if (a.DType != b.DType || !a.DType.IsFloating() || !a.Shape.IsCompatibleWith(b.Shape))
        {
            throw node.Error($"both inputs must have one floating-point type and one shape. Received: {a.DType.Name()} {a.Shape} and {b.DType.Name()} {b.Shape}.");
        }

        var dims = a.Shape.ToArray();
        for (var i = 0; i < dims.Length; i++)
        {
            dims[i] = Math.Max(dims[i], b.Shape[i]);
        }

        return [new(a.DType, new TensorShape(dims))];
    }

    public sealed override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (da, db) = Derivative(node.Inputs[0], node.Inputs[1], node.Outputs[0], dy[0]!);
        return [da, db];
    }

    public sealed override void Run(Kernel kernel)
    {
        var (a, b) = (kernel.Input(0), kernel.Input(1));
        if (a.Shape != b.Shape)
        {
            throw kernel.Node.Error($"both inputs must have one shape. Received: {a.Shape} and {b.Shape}.");
        }

        var y = kernel.Allocate(0, a.Shape);
        switch (a.DType)
        {
            case DataType.Float32: Broadcasting.Run<float, float>(a, b, y, Compute); break;
            case DataType.Float64: Broadcasting.Run<double, double>(a, b, y, Compute); break;
            case DataType.Float16: Broadcasting.Run<Half, Half>(a, b, y, Compute); break;
            default: Broadcasting.RunNarrow(a, b, y, Compute); break;
        }
    }

    protected abstract void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> z)
        where T : unmanaged, IFloatingPointIeee754<T>;

    protected abstract (Tensor? Da, Tensor? Db) Derivative(Tensor a, Tensor b, Tensor z, Tensor dz);
}
