using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>An optimizer's fused update: a variable and its slots change in place. Inputs are the variables, numbers and the gradient.</summary>
internal abstract class ResourceApplyOp : OpDefinition
{
    public sealed override bool Writes => true;

    public sealed override bool IsPure => false;

    public sealed override bool IsConstant => true;

    /// <summary>How many of the first inputs are variables.</summary>
    protected abstract int VariableCount { get; }

    /// <summary>Number of inputs.</summary>
    protected abstract int InputCount { get; }

    /// <summary>Position of the gradient.</summary>
    protected virtual int GradientInput => InputCount - 1;

    public sealed override TensorSpec[] Infer(Node node)
    {
        var variable = node.Inputs[0].Variable!;
        for (var i = 1; i < InputCount; i++)
        {
            var input = node.Inputs[i];
            var (shape, dtype) = i < VariableCount ? (input.Variable!.Shape, input.Variable.DType) : (input.Shape, input.DType);
            var wanted = i < VariableCount || i == GradientInput ? variable.Shape : TensorShape.Scalar;
            if (!shape.IsCompatibleWith(wanted) || dtype != variable.DType)
            {
                throw node.Error($"input {i} must have shape {wanted} and type {variable.DType.Name()}, as variable '{variable.Path}' asks. Received: {shape} of {dtype.Name()}.");
            }
        }

        return [];
    }

    public sealed override void Run(Kernel kernel)
    {
        var inputs = new Tensor[InputCount];
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = i < VariableCount ? kernel.Variable(i).HostForUpdate() : kernel.Input(i);
        }

        switch (inputs[0].DType)
        {
            case DataType.Float32: Apply<float>(kernel.Node, inputs); break;
            case DataType.Float64: Apply<double>(kernel.Node, inputs); break;
            default: Wide(kernel.Node, inputs); break;
        }
    }

    /// <summary>Makes the step of the numbers among the inputs and runs it with <see cref="Loop"/>.</summary>
    protected abstract void Apply<T>(Node node, Tensor[] inputs)
        where T : unmanaged, IFloatingPointIeee754<T>;

    protected static T Number<T>(Tensor scalar)
        where T : unmanaged => scalar.AsSpan<T>()[0];

    protected void Loop<T, TUpdate>(TUpdate update, Tensor[] inputs)
        where T : unmanaged
        where TUpdate : struct, IUpdate<T> =>
        new UpdateLoop<T, TUpdate>(update, inputs[..VariableCount], inputs[GradientInput]).Run();

    private void Wide(Node node, Tensor[] inputs)
    {
        var wide = Array.ConvertAll(inputs, Narrow.ToFloat);
        if (wide[0].DType != DataType.Float32)
        {
            throw new NotSupportedException($"The managed backend does not compute '{Name}' on {wide[0].DType.Name()}. Use a floating-point variable.");
        }

        Apply<float>(node, wide);
        for (var i = 0; i < VariableCount; i++)
        {
            CastOp.Convert(wide[i], inputs[i]);
        }
    }
}
