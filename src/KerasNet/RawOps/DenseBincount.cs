using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>How often each number below <paramref name="size"/> comes, or the sum of its weights; with <paramref name="binary"/> whether it comes. Rows of a matrix count by themselves.</summary>
    /// <param name="x">Whole numbers of rank 1 or 2; greater ones are left out, negative ones are an error.</param>
    /// <param name="size">Length of the result, a number of the same type.</param>
    /// <param name="weights">A weight for each number, or none: of size 0, whose type is that of the result.</param>
    /// <param name="binary">Whether ones are given, not sums.</param>
    public static Tensor DenseBincount(Tensor x, Tensor size, Tensor weights, bool binary = false) =>
        Op<DenseBincountOp>.Instance.Call1([x, Cast(size, x.DType), weights], ("binary_output", binary));
}

/// <summary>Counts of whole numbers.</summary>
internal sealed class DenseBincountOp : OpDefinition
{
    public override string Name => "DenseBincount";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node)
    {
        var (x, weights) = (node.Inputs[0], node.Inputs[2]);
        if (x.Rank is < 1 or > 2 || x.DType is not (DataType.Int32 or DataType.Int64))
        {
            throw node.Error($"expected int32 or int64 numbers of rank 1 or 2. Received: {x.DType.Name()} {x.Shape}.");
        }

        if (weights.Shape != new TensorShape(0) && !weights.Shape.IsCompatibleWith(x.Shape))
        {
            throw node.Error($"weights need the shape of the numbers, {x.Shape}. Received: {weights.Shape}.");
        }

        return [new(weights.DType, x.Shape[..^1].Concat(PartialValue.Of(node.Inputs[1])[0]))];
    }

    public override void Run(Kernel kernel)
    {
        switch (kernel.Input(2).DType)
        {
            case DataType.Float32: Count<float>(kernel); break;
            case DataType.Float64: Count<double>(kernel); break;
            case DataType.Int32: Count<int>(kernel); break;
            case DataType.Int64: Count<long>(kernel); break;
            default: throw kernel.Node.Error($"weights are of int32, int64, float32 or float64. Received: {kernel.Input(2).DType.Name()}.");
        }
    }

    private static void Count<T>(Kernel kernel)
        where T : unmanaged, INumber<T>
    {
        var (x, size, binary) = (kernel.Input(0), NumberReader.Ints(kernel.Input(1))[0], kernel.Node.Attr("binary_output", false));
        var numbers = new IndexReader(x);
        var weights = kernel.Input(2).AsSpan<T>();
        var y = kernel.Allocate(0, x.Shape[..^1].Concat(size)).Writable<T>();
        y.Clear();
        var columns = x.Shape[^1];
        for (var i = 0; i < (int)x.Size; i++)
        {
            var number = numbers[i];
            if (number < 0)
            {
                throw kernel.Node.Error($"the numbers must be non-negative. Received: {number} at position {i}.");
            }

            if (number < size)
            {
                ref var place = ref y[(x.Rank == 2 ? i / columns * size : 0) + (int)number];
                place = binary ? T.One : place + (weights.Length == 0 ? T.One : weights[i]);
            }
        }
    }
}
