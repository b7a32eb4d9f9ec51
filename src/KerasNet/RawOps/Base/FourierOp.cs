using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>A Fourier transform of complex numbers that keeps their shape. It is symmetric, so its derivative is itself between two conjugates.</summary>
internal abstract class FourierOp : OpDefinition
{
    /// <summary>Axes that are transformed, from the last.</summary>
    protected abstract int Axes { get; }

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        return x.DType.IsComplex() && x.Rank >= Axes
            ? [new(x.DType, x.Shape)]
            : throw node.Error($"expects complex numbers of at least {Axes} axes. Received: {x.DType.Name()}, shape {x.Shape}.");
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [RawOps.Conj(Call1([RawOps.Conj(dy[0]!)]))];

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var values = ComplexValues.Read(x);
        if (Axes == 1)
        {
            FourierRows.Forward(values, x.Shape[^1]);
        }
        else
        {
            FourierRows.Forward2(values, x.Shape[^2], x.Shape[^1]);
        }

        ComplexValues.Write(kernel.Allocate(0, x.Shape), values);
    }
}
