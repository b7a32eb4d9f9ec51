using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>An op over floating-point numbers whose kernel is written once for float and double; 16-bit floats are widened to float and rounded back.</summary>
internal abstract class FloatOp : OpDefinition
{
    /// <summary>The input whose type is the type of the computation.</summary>
    protected virtual int TypeInput => 0;

    public sealed override void Run(Kernel kernel)
    {
        switch (kernel.Input(TypeInput).DType)
        {
            case DataType.Float32: Compute<float>(kernel); break;
            case DataType.Float64: Compute<double>(kernel); break;
            case DataType.Float16 or DataType.BFloat16: Wide(kernel); break;
            default: Other(kernel); break;
        }
    }

    /// <summary>Computes; results are allocated as type <typeparamref name="T"/>, through <see cref="Allocate"/>.</summary>
    protected abstract void Compute<T>(Kernel kernel)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Computes for a type that is not a float.</summary>
    protected virtual void Other(Kernel kernel) =>
        throw new NotSupportedException($"The managed backend does not compute '{Name}' on {kernel.Input(TypeInput).DType.Name()}. Cast to float32 first.");

    protected static Span<T> Allocate<T>(Kernel kernel, int output, TensorShape shape)
        where T : unmanaged => kernel.Allocate(output, shape, DataTypes.Of(typeof(T))).Writable<T>();

    private void Wide(Kernel kernel)
    {
        var inputs = new Tensor[kernel.InputCount];
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = Narrow.ToFloat(kernel.Input(i));
        }

        var outputs = new Tensor[kernel.OutputCount];
        Compute<float>(new Kernel(kernel.Node, inputs, outputs, null));
        for (var i = 0; i < outputs.Length; i++)
        {
            var type = kernel.Node.Outputs[i].DType;
            CastOp.Convert(outputs[i], kernel.Allocate(i, outputs[i].Shape, type));
        }
    }
}
