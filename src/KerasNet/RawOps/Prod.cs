using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Prod(Tensor x, Tensor axes, bool keepDims = false) =>
        Op<ProdOp>.Instance.Call1([x, axes], ("keep_dims", keepDims));
}

/// <summary>Product of elements along axes.</summary>
internal sealed class ProdOp : ReductionOp
{
    public override string Name => "Prod";

    /// <summary>One axis after the other: the product of all others is those before times those behind, so that zeros do no harm.</summary>
    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var axes = node.ConstantInts(1)!;
        var steps = new List<Tensor> { node.Inputs[0] };
        foreach (var axis in axes.SkipLast(1))
        {
            steps.Add(RawOps.Prod(steps[^1], RawOps.Constant(axis), keepDims: true));
        }

        var gradient = Unreduce(node, dy[0]!);
        for (var i = axes.Length - 1; i >= 0; i--)
        {
            var before = RawOps.Cumprod(steps[i], axes[i], exclusive: true);
            var behind = RawOps.Cumprod(steps[i], axes[i], exclusive: true, reverse: true);
            gradient = RawOps.Mul(gradient, RawOps.Mul(before, behind));
        }

        return [gradient, null];
    }

    public override void Run(Kernel kernel)
    {
        switch (kernel.Input(0).DType)
        {
            case DataType.Float32: Reduce<float>(kernel); break;
            case DataType.Float64: Reduce<double>(kernel); break;
            case DataType.Int32: Reduce<int>(kernel); break;
            case DataType.Int64: Reduce<long>(kernel); break;
            case DataType.UInt32: Reduce<uint>(kernel); break;
            case DataType.Float16 or DataType.BFloat16: Reduction.RunNarrow(kernel, 1, TensorPrimitives.Product, static (a, b, y) => TensorPrimitives.Multiply(a, b, y)); break;
            default: throw Unsupported(kernel);
        }
    }

    private static void Reduce<T>(Kernel kernel)
        where T : unmanaged, INumber<T> =>
        Reduction.Run(kernel, T.One, TensorPrimitives.Product, static (a, b, y) => TensorPrimitives.Multiply(a, b, y));
}
