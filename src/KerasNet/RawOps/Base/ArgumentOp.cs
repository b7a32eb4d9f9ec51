using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>Finds the position of the best element along an axis, which goes.</summary>
internal abstract class ArgumentOp : OpDefinition
{
    public sealed override bool IsConstant => true;

    public sealed override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0].Shape;
        var axis = Axis(node, x);
        return x[axis] == 0
            ? throw node.Error($"axis {axis} of shape {x} is empty, so there is no position to find.")
            : [new(node.Attr("output_type", DataType.Int64), x.Remove(axis))];
    }

    public sealed override void Run(Kernel kernel)
    {
        switch (kernel.Input(0).DType)
        {
            case DataType.Float32: Find<float>(kernel); break;
            case DataType.Float64: Find<double>(kernel); break;
            case DataType.Int32: Find<int>(kernel); break;
            case DataType.Int64: Find<long>(kernel); break;
            case DataType.UInt8: Find<byte>(kernel); break;
            case DataType.Int8: Find<sbyte>(kernel); break;
            default: throw new NotSupportedException($"The managed backend does not compare {kernel.Input(0).DType.Name()}. Cast to float32 first.");
        }
    }

    /// <summary>True for the greatest element, false for the smallest.</summary>
    protected abstract bool Greatest { get; }

    private static int Axis(Node node, TensorShape x) =>
        x.Axis(node.ConstantInts(1) is [var axis] ? axis : throw node.Error("the axis must be a constant."));

    private unsafe void Find<T>(Kernel kernel)
        where T : unmanaged, INumber<T>
    {
        var x = kernel.Input(0);
        var axis = Axis(kernel.Node, x.Shape);
        var y = kernel.Allocate(0, x.Shape.Remove(axis));
        var (outer, n, inner) = (Product(x.Shape[..axis]), x.Shape[axis], Product(x.Shape[(axis + 1)..]));
        if (y.DType == DataType.Int32)
        {
            ArgReduce.Run(Greatest, outer, n, inner, (T*)x.Pointer, (int*)y.Pointer);
        }
        else
        {
            ArgReduce.Run(Greatest, outer, n, inner, (T*)x.Pointer, (long*)y.Pointer);
        }
    }

    private static int Product(TensorShape dims) => (int)dims.Size;
}
