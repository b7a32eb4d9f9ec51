using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>A broadcasting op over integers; no gradient flows.</summary>
internal abstract class IntegerBinaryOp : BroadcastOp
{
    public sealed override bool IsConstant => true;

    public sealed override TensorSpec[] Infer(Node node) => node.Inputs[0].DType.IsInteger()
        ? base.Infer(node)
        : throw node.Error($"the inputs must be integers. Received: {node.Inputs[0].DType.Name()}.");

    public sealed override void Run(Kernel kernel)
    {
        var (a, b) = (kernel.Input(0), kernel.Input(1));
        var y = kernel.Allocate(0, Broadcasting.Shape(kernel.Node, a.Shape, b.Shape));
        switch (a.DType)
        {
            case DataType.Int32: Broadcasting.Run<int, int>(a, b, y, Compute); break;
            case DataType.Int64: Broadcasting.Run<long, long>(a, b, y, Compute); break;
            case DataType.UInt8: Broadcasting.Run<byte, byte>(a, b, y, Compute); break;
            case DataType.Int8: Broadcasting.Run<sbyte, sbyte>(a, b, y, Compute); break;
            case DataType.Int16: Broadcasting.Run<short, short>(a, b, y, Compute); break;
            case DataType.UInt16: Broadcasting.Run<ushort, ushort>(a, b, y, Compute); break;
            case DataType.UInt32: Broadcasting.Run<uint, uint>(a, b, y, Compute); break;
            default: Broadcasting.Run<ulong, ulong>(a, b, y, Compute); break;
        }
    }

    protected abstract void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, IBinaryInteger<T>;
}
