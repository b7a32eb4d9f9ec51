using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>An op of one input whose result has the input's shape and type.</summary>
internal abstract class UnaryOp : OpDefinition
{
    public override TensorSpec[] Infer(Node node) => [new(node.Inputs[0].DType, node.Inputs[0].Shape)];

    public sealed override Tensor?[] Gradient(Node node, Tensor?[] dy) => [Derivative(node.Inputs[0], node.Outputs[0], dy[0]!)];

    /// <summary>Gradient by the input <paramref name="x"/>, given that by the output <paramref name="y"/>.</summary>
    protected virtual Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => throw new NotSupportedException($"Op '{Name}' has no gradient.");
}

/// <summary>A unary op over floating-point numbers: the kernel is one line.</summary>
internal abstract class FloatUnaryOp : UnaryOp
{
    public sealed override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var y = kernel.Allocate(0, x.Shape);
        switch (x.DType)
        {
            case DataType.Float32: Compute(x.AsSpan<float>(), y.Writable<float>()); break;
            case DataType.Float64: Compute(x.AsSpan<double>(), y.Writable<double>()); break;
            case DataType.Float16: Compute(x.AsSpan<Half>(), y.Writable<Half>()); break;
            default: Narrow.Unary(x, y, Compute); break;
        }
    }

    protected abstract void Compute<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>A unary op over all numbers: the kernel is one line.</summary>
internal abstract class NumberUnaryOp : UnaryOp
{
    public sealed override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var y = kernel.Allocate(0, x.Shape);
        switch (x.DType)
        {
            case DataType.Float32: Compute(x.AsSpan<float>(), y.Writable<float>()); break;
            case DataType.Float64: Compute(x.AsSpan<double>(), y.Writable<double>()); break;
            case DataType.Int32: Compute(x.AsSpan<int>(), y.Writable<int>()); break;
            case DataType.Int64: Compute(x.AsSpan<long>(), y.Writable<long>()); break;
            case DataType.UInt8: Compute(x.AsSpan<byte>(), y.Writable<byte>()); break;
            case DataType.Int8: Compute(x.AsSpan<sbyte>(), y.Writable<sbyte>()); break;
            case DataType.Int16: Compute(x.AsSpan<short>(), y.Writable<short>()); break;
            case DataType.UInt16: Compute(x.AsSpan<ushort>(), y.Writable<ushort>()); break;
            case DataType.UInt32: Compute(x.AsSpan<uint>(), y.Writable<uint>()); break;
            case DataType.UInt64: Compute(x.AsSpan<ulong>(), y.Writable<ulong>()); break;
            case DataType.Float16: Compute(x.AsSpan<Half>(), y.Writable<Half>()); break;
            default: Narrow.Unary(x, y, Compute); break;
        }
    }

    protected abstract void Compute<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>;
}
