using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>Running results along an axis; exclusive leaves out the element itself, reverse begins at the end.</summary>
internal abstract class CumulativeOp : OpDefinition
{
    public sealed override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        if (x.Rank == 0)
        {
            throw node.Error("the input must have at least one axis. Received: shape=().");
        }

        Axis(node, x.Shape);
        return [new(x.DType, x.Shape)];
    }

    public sealed override void Run(Kernel kernel)
    {
        switch (kernel.Input(0).DType)
        {
            case DataType.Float32: All<float>(kernel); break;
            case DataType.Float64: All<double>(kernel); break;
            case DataType.Int32: All<int>(kernel); break;
            case DataType.Int64: All<long>(kernel); break;
            case DataType.UInt8: All<byte>(kernel); break;
            case DataType.Int8: All<sbyte>(kernel); break;
            default: throw new NotSupportedException($"The managed backend does not compute {Name} of {kernel.Input(0).DType.Name()}. Cast to float32 first.");
        }
    }

    protected static int Axis(Node node, TensorShape x) =>
        x.Axis(node.ConstantInts(1) is [var axis] ? axis : throw node.Error("the axis must be a constant."));

    protected abstract T Start<T>()
        where T : INumber<T>;

    /// <summary>A row of running results and the next row: their join.</summary>
    protected abstract void Join<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>;

    private void All<T>(Kernel kernel)
        where T : unmanaged, INumber<T>
    {
        var tensor = kernel.Input(0);
        var axis = Axis(kernel.Node, tensor.Shape);
        var (n, inner) = (tensor.Shape[axis], (int)tensor.Shape[(axis + 1)..].Size);
        var x = tensor.AsSpan<T>();
        var y = kernel.Allocate(0, tensor.Shape).Writable<T>();
        var (exclusive, reverse) = (kernel.Node.Attr("exclusive", false), kernel.Node.Attr("reverse", false));
        for (var start = 0; start < x.Length; start += n * inner)
        {
            for (var k = 0; k < n; k++)
            {
                var at = start + ((reverse ? n - 1 - k : k) * inner);
                var before = reverse ? at + inner : at - inner;
                var to = y.Slice(at, inner);
                if (k == 0)
                {
                    if (exclusive)
                    {
                        to.Fill(Start<T>());
                    }
                    else
                    {
                        x.Slice(at, inner).CopyTo(to);
                    }
                }
                else
                {
                    Join(y.Slice(before, inner), x.Slice(exclusive ? before : at, inner), to);
                }
            }
        }
    }
}
