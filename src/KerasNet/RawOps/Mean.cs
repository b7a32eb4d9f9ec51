using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Mean(Tensor x, Tensor axes, bool keepDims = false) =>
        Op<MeanOp>.Instance.Call1([x, axes], ("keep_dims", keepDims));
}

/// <summary>Mean of elements along axes.</summary>
internal sealed class MeanOp : ReductionOp
{
    public override string Name => "Mean";

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var x = node.Inputs[0];
        var share = RawOps.RealDiv(Unreduce(node, dy[0]!), Count(node, dy[0]!.DType));
        return [RawOps.BroadcastTo(share, RawOps.Shape(x), x.Shape), null];
    }

    public override void Run(Kernel kernel)
    {
        var (x, axes) = (kernel.Input(0), NumberReader.Ints(kernel.Input(1)));
        var y = kernel.Allocate(0, Reduced(x.Shape, axes, kernel.Node.Attr("keep_dims", false)));
        switch (x.DType)
        {
            case DataType.Float32: Average<float>(x, axes, y); break;
            case DataType.Float64: Average<double>(x, axes, y); break;
            case DataType.Int32: Average<int>(x, axes, y); break;
            case DataType.Int64: Average<long>(x, axes, y); break;
            case DataType.Float16 or DataType.BFloat16: Wide.Run(x, y, (a, b) => Average<float>(a, axes, b)); break;
            default: throw Unsupported(kernel);
        }
    }

    private static unsafe void Average<T>(Tensor x, int[] axes, Tensor result)
        where T : unmanaged, INumber<T>
    {
        var y = result.Writable<T>();
        Reduction.Into((T*)x.Pointer, x.Shape, axes, y, T.Zero, TensorPrimitives.Sum, static (a, b, r) => TensorPrimitives.Add(a, b, r));
        TensorPrimitives.Divide(y, T.CreateChecked(y.Length == 0 ? 1 : x.Size / y.Length), y);
    }
}
