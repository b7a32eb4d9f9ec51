using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>An op of one input whose result has the input's shape and type.</summary>
internal abstract class UnaryOp : OpDefinition
{
    public override TensorSpec[] Infer(Node node) => [new(node.Inputs[0].DType, node.Inputs[0].Shape)];

    public sealed override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (x, y) = (node.Inputs[0], node.Outputs[0]);
        if (!x.DType.IsComplex())
        {
            return [Derivative(x, y, dy[0]!)];
        }

        // A gradient by a complex number is multiplied with the conjugate of the derivative, which the ops' rules do not know of.
        return [Derivative(x, y, RawOps.Conj(dy[0]!)) is { } dx ? RawOps.Conj(dx) : null];
    }

    /// <summary>What an element costs, where an addition costs 1: decides from which size on threads help.</summary>
    protected virtual int Cost => 1;

    /// <summary>The kernel for a complex number.</summary>
    protected virtual Complex OfComplex(Complex x) =>
        throw new NotSupportedException($"The managed backend does not compute {Name} on complex numbers. Take their parts with Ops.Real and Ops.Imag.");

    /// <summary>All elements of a complex tensor.</summary>
    protected void AllComplex(Tensor x, Tensor y)
    {
        if (x.DType == DataType.Complex128)
        {
            var from = x.Raw<Complex>();
            var to = y.Raw<Complex>();
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = OfComplex(from[i]);
            }

            return;
        }

        var narrow = x.Raw<Vector2>();
        var result = y.Raw<Vector2>();
        for (var i = 0; i < result.Length; i++)
        {
            var z = OfComplex(new Complex(narrow[i].X, narrow[i].Y));
            result[i] = new Vector2((float)z.Real, (float)z.Imaginary);
        }
    }

    /// <summary>Gradient by the input <paramref name="x"/>, given that by the output <paramref name="y"/>.</summary>
    protected virtual Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => throw new NotSupportedException($"Op '{Name}' has no gradient.");
}

/// <summary>A unary op over floating-point numbers: the kernel is one line.</summary>
internal abstract class FloatUnaryOp : UnaryOp
{
    public override TensorSpec[] Infer(Node node) => node.Inputs[0].DType.IsFloating() || node.Inputs[0].DType.IsComplex()
        ? base.Infer(node)
        : throw node.Error($"the input must be of a floating-point type. Received: {node.Inputs[0].DType.Name()}. Cast it to float32 first.");

    public sealed override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var y = kernel.Allocate(0, x.Shape);
        switch (x.DType)
        {
            case DataType.Float32: All<float>(x, y); break;
            case DataType.Float64: All<double>(x, y); break;
            case DataType.Float16: All<Half>(x, y); break;
            case DataType.Complex64 or DataType.Complex128: AllComplex(x, y); break;
            default: Narrow.Unary(x, y, Compute); break;
        }
    }

    protected abstract void Compute<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>;

    private unsafe void All<T>(Tensor x, Tensor y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ElementLoop.Run(checked((int)x.Size), Cost, new Part<T>(this, (T*)x.Pointer, (T*)y.Pointer));

    private readonly unsafe struct Part<T>(FloatUnaryOp op, T* x, T* y) : IRangeAction
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int end) => op.Compute(new ReadOnlySpan<T>(x + start, end - start), new Span<T>(y + start, end - start));
    }
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
            case DataType.Float32: All<float>(x, y); break;
            case DataType.Float64: All<double>(x, y); break;
            case DataType.Int32: All<int>(x, y); break;
            case DataType.Int64: All<long>(x, y); break;
            case DataType.UInt8: All<byte>(x, y); break;
            case DataType.Int8: All<sbyte>(x, y); break;
            case DataType.Int16: All<short>(x, y); break;
            case DataType.UInt16: All<ushort>(x, y); break;
            case DataType.UInt32: All<uint>(x, y); break;
            case DataType.UInt64: All<ulong>(x, y); break;
            case DataType.Float16: All<Half>(x, y); break;
            case DataType.Complex64 or DataType.Complex128: AllComplex(x, y); break;
            default: Narrow.Unary(x, y, Compute); break;
        }
    }

    protected abstract void Compute<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>;

    private unsafe void All<T>(Tensor x, Tensor y)
        where T : unmanaged, INumber<T> =>
        ElementLoop.Run(checked((int)x.Size), Cost, new Part<T>(this, (T*)x.Pointer, (T*)y.Pointer));

    private readonly unsafe struct Part<T>(NumberUnaryOp op, T* x, T* y) : IRangeAction
        where T : unmanaged, INumber<T>
    {
        public void Run(int start, int end) => op.Compute(new ReadOnlySpan<T>(x + start, end - start), new Span<T>(y + start, end - start));
    }
}
