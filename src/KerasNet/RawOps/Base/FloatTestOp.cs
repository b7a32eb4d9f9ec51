using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>A question about each floating-point number: the result is bool.</summary>
internal abstract class FloatTestOp : OpDefinition
{
    public sealed override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node) => node.Inputs[0].DType.IsFloating()
        ? [new(DataType.Bool, node.Inputs[0].Shape)]
        : throw node.Error($"the input must be of a floating-point type. Received: {node.Inputs[0].DType.Name()}.");

    public sealed override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var y = kernel.Allocate(0, x.Shape).Writable<bool>();
        switch (x.DType)
        {
            case DataType.Float32: All(x.AsSpan<float>(), y); break;
            case DataType.Float64: All(x.AsSpan<double>(), y); break;
            case DataType.Float16: All(x.AsSpan<Half>(), y); break;
            default: All<float>(Narrow.Widen(x), y); break;
        }
    }

    protected abstract bool Test<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>;

    private void All<T>(ReadOnlySpan<T> x, Span<bool> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = Test(x[i]);
        }
    }
}
