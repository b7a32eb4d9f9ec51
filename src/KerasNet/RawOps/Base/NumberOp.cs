using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>An op that computes on numbers of one type; bfloat16 is widened to float32 and rounded back.</summary>
internal abstract class NumberOp : OpDefinition
{
    /// <summary>The input whose type decides.</summary>
    protected virtual int Typed => 0;

    public sealed override void Run(Kernel kernel)
    {
        switch (kernel.Input(Typed).DType)
        {
            case DataType.Float32: Compute<float>(kernel); break;
            case DataType.Float64: Compute<double>(kernel); break;
            case DataType.Int32: Compute<int>(kernel); break;
            case DataType.Int64: Compute<long>(kernel); break;
            case DataType.UInt8: Compute<byte>(kernel); break;
            case DataType.Int8: Compute<sbyte>(kernel); break;
            case DataType.Int16: Compute<short>(kernel); break;
            case DataType.UInt16: Compute<ushort>(kernel); break;
            case DataType.UInt32: Compute<uint>(kernel); break;
            case DataType.UInt64: Compute<ulong>(kernel); break;
            case DataType.Float16: Compute<Half>(kernel); break;
            case DataType.BFloat16: Widened(kernel); break;
            default: throw new NotSupportedException($"The managed backend does not compute {Name} on {kernel.Input(Typed).DType.Name()}. Cast to float32 first.");
        }
    }

    /// <summary>The kernel; results of the numbers' type are allocated as <typeparamref name="T"/>.</summary>
    protected abstract void Compute<T>(Kernel kernel)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>;

    protected static Tensor Allocate<T>(Kernel kernel, TensorShape shape, int output = 0) => kernel.Allocate(output, shape, DataTypes.Of(typeof(T)));

    private void Widened(Kernel kernel)
    {
        var inputs = kernel.Inputs.ToArray();
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = inputs[i].DType == DataType.BFloat16 ? Tensor.Create<float>(Narrow.Widen(inputs[i]), inputs[i].Shape) : inputs[i];
        }

        var outputs = new Tensor[kernel.OutputCount];
        Compute<float>(new Kernel(kernel.Node, inputs, outputs, null));
        for (var i = 0; i < outputs.Length; i++)
        {
            if (kernel.Node.Outputs[i].DType == DataType.BFloat16)
            {
                Narrow.Round(outputs[i].AsSpan<float>(), kernel.Allocate(i, outputs[i].Shape));
            }
            else
            {
                kernel.Alias(i, outputs[i]);
            }
        }
    }
}
