using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor AddN(params ReadOnlySpan<Tensor> inputs) => inputs.Length == 1
        ? inputs[0]
        : Op<AddNOp>.Instance.Call1(inputs, ("N", inputs.Length));
}

/// <summary>Sum of tensors of one shape and type.</summary>
internal sealed class AddNOp : OpDefinition
{
    public override string Name => "AddN";

    public override TensorSpec[] Infer(Node node)
    {
        var first = node.Inputs[0];
        var dims = first.Shape.ToArray();
        foreach (var input in node.Inputs)
        {
            if (input.DType != first.DType || !input.Shape.IsCompatibleWith(first.Shape))
            {
                throw node.Error($"all inputs must have one type and shape. Received: {first.DType.Name()} {first.Shape} and {input.DType.Name()} {input.Shape}.");
            }

            for (var i = 0; i < dims.Length; i++)
            {
                dims[i] = Math.Max(dims[i], input.Shape[i]);
            }
        }

        return [new(first.DType, new TensorShape(dims))];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [.. node.Inputs.Select(_ => dy[0])];

    public override void Run(Kernel kernel)
    {
        switch (kernel.Input(0).DType)
        {
            case DataType.Float32: Add<float>(kernel); break;
            case DataType.Float64: Add<double>(kernel); break;
            case DataType.Int32: Add<int>(kernel); break;
            case DataType.Int64: Add<long>(kernel); break;
            case DataType.Float16: Add<Half>(kernel); break;
            default: throw new NotSupportedException($"The managed backend does not add {kernel.Input(0).DType.Name()}. Cast to float32 first.");
        }
    }

    private static void Add<T>(Kernel kernel)
        where T : unmanaged, INumber<T>
    {
        var y = kernel.Allocate(0, kernel.Input(0).Shape).Writable<T>();
        TensorPrimitives.Add(kernel.Input(0).AsSpan<T>(), kernel.Input(1).AsSpan<T>(), y);
        for (var i = 2; i < kernel.InputCount; i++)
        {
            TensorPrimitives.Add(y, kernel.Input(i).AsSpan<T>(), y);
        }
    }
}
