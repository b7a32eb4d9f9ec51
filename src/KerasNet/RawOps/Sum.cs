using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Sum(Tensor x, Tensor axes, bool keepDims = false) =>
        Op<SumOp>.Instance.Call1([x, axes], ("keep_dims", keepDims));
}

/// <summary>Sum of elements along axes.</summary>
internal sealed class SumOp : ReductionOp
{
    public override string Name => "Sum";

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [RawOps.BroadcastTo(Unreduce(node, dy[0]!), RawOps.Shape(node.Inputs[0]), node.Inputs[0].Shape), null];

    public override void Run(Kernel kernel)
    {
        switch (kernel.Input(0).DType)
        {
            case DataType.Float32: Reduction.Run<float>(kernel, 0, TensorPrimitives.Sum, (a, b, y) => TensorPrimitives.Add(a, b, y)); break;
            case DataType.Float64: Reduction.Run<double>(kernel, 0, TensorPrimitives.Sum, (a, b, y) => TensorPrimitives.Add(a, b, y)); break;
            case DataType.Int32: Reduction.Run<int>(kernel, 0, TensorPrimitives.Sum, (a, b, y) => TensorPrimitives.Add(a, b, y)); break;
            case DataType.Int64: Reduction.Run<long>(kernel, 0, TensorPrimitives.Sum, (a, b, y) => TensorPrimitives.Add(a, b, y)); break;
            case DataType.UInt32: Reduction.Run<uint>(kernel, 0, TensorPrimitives.Sum, (a, b, y) => TensorPrimitives.Add(a, b, y)); break;
            case DataType.Float16 or DataType.BFloat16: Reduction.RunNarrow(kernel, 0, TensorPrimitives.Sum, (a, b, y) => TensorPrimitives.Add(a, b, y)); break;
            case DataType.Complex64 or DataType.Complex128: Complex(kernel); break;
            default: throw Unsupported(kernel);
        }
    }

    private static void Complex(Kernel kernel)
    {
        var x = kernel.Input(0);
        var axes = NumberReader.Ints(kernel.Input(1));
        var kept = Reduced(x.Shape, axes, keep: true);
        var (from, to) = (StridedCopy.Steps(x.Shape), StridedCopy.Steps(kept));
        var (values, sums) = (ComplexValues.Read(x), new Complex[kept.Size]);
        for (var i = 0; i < values.Length; i++)
        {
            var place = 0L;
            for (var d = 0; d < x.Rank; d++)
            {
                place += kept[d] == 1 ? 0 : i / from[d] % x.Shape[d] * to[d];
            }

            sums[place] += values[i];
        }

        ComplexValues.Write(kernel.Allocate(0, Reduced(x.Shape, axes, kernel.Node.Attr("keep_dims", false))), sums);
    }
}
