using System.Numerics;
using System.Runtime.InteropServices;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>An op of two inputs of one type that broadcast against each other.</summary>
internal abstract class BroadcastOp : OpDefinition
{
    public override TensorSpec[] Infer(Node node)
    {
        var (a, b) = (node.Inputs[0], node.Inputs[1]);
        if (a.DType != b.DType)
        {
            throw node.Error($"both inputs must have one data type. Received: {a.DType.Name()} and {b.DType.Name()}. Cast one of them.");
        }

        return [new(OutputType(a.DType), Broadcasting.Shape(node, a.Shape, b.Shape))];
    }

    public sealed override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (a, b) = (node.Inputs[0], node.Inputs[1]);
        var isComplex = node.Outputs[0].DType.IsComplex();

        // A gradient by a complex number is multiplied with the conjugate of the derivative, which the ops' rules do not know of.
        var (da, db) = Derivative(a, b, node.Outputs[0], isComplex ? RawOps.Conj(dy[0]!) : dy[0]!);
        (da, db) = isComplex ? (Conjugate(da), Conjugate(db)) : (da, db);
        return node.Attr(SameShape.Attribute, false) ? [da, db] : Broadcasting.Reduce(a, da, b, db);
    }

    private static Tensor? Conjugate(Tensor? d) => d is null ? null : RawOps.Conj(d);

    public override bool IsHostAttribute(string name) => name == SameShape.Attribute;

    protected virtual DataType OutputType(DataType input) => input;

    /// <summary>What an element costs, where an addition costs 1: decides from which size on threads help.</summary>
    protected virtual int Cost => 1;

    /// <summary>Gradients of the broadcast shape; they are summed to the inputs' shapes afterwards.</summary>
    protected virtual (Tensor? Da, Tensor? Db) Derivative(Tensor a, Tensor b, Tensor y, Tensor dy) =>
        throw new NotSupportedException($"Op '{Name}' has no gradient.");
}

/// <summary>A broadcasting op over all numbers: the kernel is one line over equal spans.</summary>
internal abstract class NumberBinaryOp : BroadcastOp
{
    public sealed override void Run(Kernel kernel)
    {
        var (a, b) = (kernel.Input(0), kernel.Input(1));
        var y = kernel.Allocate(0, Broadcasting.Shape(kernel.Node, a.Shape, b.Shape));
        try
        {
            Compute(a, b, y);
        }
        catch (DivideByZeroException)
        {
            throw kernel.Node.Error("Integer division by zero.");
        }
    }

    private void Compute(Tensor a, Tensor b, Tensor y)
    {
        switch (a.DType)
        {
            case DataType.Float32: Broadcasting.Run<float, float>(a, b, y, Compute, Cost); break;
            case DataType.Float64: Broadcasting.Run<double, double>(a, b, y, Compute, Cost); break;
            case DataType.Int32: Broadcasting.Run<int, int>(a, b, y, Compute, Cost); break;
            case DataType.Int64: Broadcasting.Run<long, long>(a, b, y, Compute, Cost); break;
            case DataType.UInt8: Broadcasting.Run<byte, byte>(a, b, y, Compute, Cost); break;
            case DataType.Int8: Broadcasting.Run<sbyte, sbyte>(a, b, y, Compute, Cost); break;
            case DataType.Int16: Broadcasting.Run<short, short>(a, b, y, Compute, Cost); break;
            case DataType.UInt16: Broadcasting.Run<ushort, ushort>(a, b, y, Compute, Cost); break;
            case DataType.UInt32: Broadcasting.Run<uint, uint>(a, b, y, Compute, Cost); break;
            case DataType.UInt64: Broadcasting.Run<ulong, ulong>(a, b, y, Compute, Cost); break;
            case DataType.Float16: Broadcasting.Run<Half, Half>(a, b, y, Compute, Cost); break;
            case DataType.Complex64 or DataType.Complex128: RunComplex(a, b, y); break;
            default: Broadcasting.RunNarrow(a, b, y, Compute); break;
        }
    }

    protected abstract void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>;

    /// <summary>The kernel for complex numbers.</summary>
    protected virtual void ComputeComplex(ReadOnlySpan<Complex> a, ReadOnlySpan<Complex> b, Span<Complex> y) =>
        throw new NotSupportedException($"The managed backend does not compute {Name} on complex numbers. Take their parts with Ops.Real and Ops.Imag.");

    private void RunComplex(Tensor a, Tensor b, Tensor y)
    {
        static Tensor Wide(Tensor x)
        {
            var wide = Tensor.Allocate(DataType.Complex128, x.Shape);
            ComplexValues.Write(wide, ComplexValues.Read(x));
            return wide;
        }

        var sum = Tensor.Allocate(DataType.Complex128, y.Shape);
        Broadcasting.Run<Complex, Complex>(Wide(a), Wide(b), sum, ComputeComplex);
        ComplexValues.Write(y, ComplexValues.Read(sum));
    }
}

/// <summary>A broadcasting op over floating-point numbers.</summary>
internal abstract class FloatBinaryOp : BroadcastOp
{
    public override TensorSpec[] Infer(Node node) => node.Inputs[0].DType.IsFloating() || node.Inputs[0].DType.IsComplex()
        ? base.Infer(node)
        : throw node.Error($"the inputs must be of a floating-point type. Received: {node.Inputs[0].DType.Name()}. Cast them to float32 first.");

    public sealed override void Run(Kernel kernel)
    {
        var (a, b) = (kernel.Input(0), kernel.Input(1));
        var y = kernel.Allocate(0, Broadcasting.Shape(kernel.Node, a.Shape, b.Shape));
        switch (a.DType)
        {
            case DataType.Float32: Broadcasting.Run<float, float>(a, b, y, Compute, Cost); break;
            case DataType.Float64: Broadcasting.Run<double, double>(a, b, y, Compute, Cost); break;
            case DataType.Float16: Broadcasting.Run<Half, Half>(a, b, y, Compute, Cost); break;
            default: Broadcasting.RunNarrow(a, b, y, Compute); break;
        }
    }

    protected abstract void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>A broadcasting comparison: the result is bool and no gradient flows.</summary>
internal abstract class ComparisonOp : BroadcastOp
{
    public sealed override bool IsConstant => true;

    protected sealed override DataType OutputType(DataType input) => DataType.Bool;

    public sealed override void Run(Kernel kernel)
    {
        var (a, b) = (kernel.Input(0), kernel.Input(1));
        var y = kernel.Allocate(0, Broadcasting.Shape(kernel.Node, a.Shape, b.Shape));
        switch (a.DType)
        {
            case DataType.Float32: Broadcasting.Run<float, bool>(a, b, y, Compare); break;
            case DataType.Float64: Broadcasting.Run<double, bool>(a, b, y, Compare); break;
            case DataType.Int32: Broadcasting.Run<int, bool>(a, b, y, Compare); break;
            case DataType.Int64: Broadcasting.Run<long, bool>(a, b, y, Compare); break;
            case DataType.UInt8: Broadcasting.Run<byte, bool>(a, b, y, Compare); break;
            case DataType.Int8: Broadcasting.Run<sbyte, bool>(a, b, y, Compare); break;
            case DataType.Int16: Broadcasting.Run<short, bool>(a, b, y, Compare); break;
            case DataType.UInt16: Broadcasting.Run<ushort, bool>(a, b, y, Compare); break;
            case DataType.UInt32: Broadcasting.Run<uint, bool>(a, b, y, Compare); break;
            case DataType.UInt64: Broadcasting.Run<ulong, bool>(a, b, y, Compare); break;
            case DataType.Float16: Broadcasting.Run<Half, bool>(a, b, y, Compare); break;
            case DataType.Bool: Broadcasting.Run<bool, bool>(a, b, y, CompareBools); break;
            default: Broadcasting.Run<float, bool>(Tensor.Create<float>(Narrow.Widen(a), a.Shape), Tensor.Create<float>(Narrow.Widen(b), b.Shape), y, Compare); break;
        }
    }

    protected abstract void Compare<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<bool> y)
        where T : unmanaged, IComparisonOperators<T, T, bool>;

    // A bool is compared as the byte that it is.
    private void CompareBools(ReadOnlySpan<bool> a, ReadOnlySpan<bool> b, Span<bool> y) =>
        Compare(MemoryMarshal.Cast<bool, byte>(a), MemoryMarshal.Cast<bool, byte>(b), y);
}
