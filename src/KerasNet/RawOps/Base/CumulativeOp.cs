using System.Numerics;
using System.Numerics.Tensors;
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

    /// <summary>True for products, false for sums.</summary>
    protected abstract bool Multiplies { get; }

    private void All<T>(Kernel kernel)
        where T : unmanaged, INumber<T>
    {
        var tensor = kernel.Input(0);
        var axis = Axis(kernel.Node, tensor.Shape);
        var (n, inner) = (tensor.Shape[axis], (int)tensor.Shape[(axis + 1)..].Size);
        var x = tensor.AsSpan<T>();
        var y = kernel.Allocate(0, tensor.Shape).Writable<T>();
        for (var start = 0; start < x.Length; start += n * inner)
        {
            var from = x.Slice(start, n * inner);
            var to = y.Slice(start, n * inner);
            if (inner == 1)
            {
                Row(kernel.Node, from, to);
            }
            else
            {
                Rows(kernel.Node, from, to, n, inner);
            }
        }
    }

    private void Row<T>(Node node, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        var (exclusive, reverse) = (node.Attr("exclusive", false), node.Attr("reverse", false));
        var result = Multiplies ? T.One : T.Zero;
        for (var k = 0; k < x.Length; k++)
        {
            var at = reverse ? x.Length - 1 - k : k;
            var next = Multiplies ? result * x[at] : result + x[at];
            y[at] = exclusive ? result : next;
            result = next;
        }
    }

    private void Rows<T>(Node node, ReadOnlySpan<T> x, Span<T> y, int n, int inner)
        where T : unmanaged, INumber<T>
    {
        var (exclusive, reverse) = (node.Attr("exclusive", false), node.Attr("reverse", false));
        for (var k = 0; k < n; k++)
        {
            var at = (reverse ? n - 1 - k : k) * inner;
            var before = reverse ? at + inner : at - inner;
            var to = y.Slice(at, inner);
            if (k == 0 && exclusive)
            {
                to.Fill(Multiplies ? T.One : T.Zero);
            }
            else if (k == 0)
            {
                x.Slice(at, inner).CopyTo(to);
            }
            else if (Multiplies)
            {
                TensorPrimitives.Multiply(y.Slice(before, inner), x.Slice(exclusive ? before : at, inner), to);
            }
            else
            {
                TensorPrimitives.Add(y.Slice(before, inner), x.Slice(exclusive ? before : at, inner), to);
            }
        }
    }
}
