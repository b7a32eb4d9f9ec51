using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor EuclideanNorm(Tensor x, Tensor axes, bool keepDims = false) =>
        Op<EuclideanNormOp>.Instance.Call1([x, axes], ("keep_dims", keepDims));
}

/// <summary>Square root of the sum of squares along axes.</summary>
internal sealed class EuclideanNormOp : ReductionOp
{
    public override string Name => "EuclideanNorm";

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [RawOps.Mul(node.Inputs[0], RawOps.RealDiv(Unreduce(node, dy[0]!), Unreduce(node, node.Outputs[0]))), null];

    public override void Run(Kernel kernel)
    {
        switch (kernel.Input(0).DType)
        {
            case DataType.Float32: Reduce<float>(kernel); break;
            case DataType.Float64: Reduce<double>(kernel); break;
            default: throw Unsupported(kernel);
        }
    }

    private static unsafe void Reduce<T>(Kernel kernel)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var x = kernel.Input(0);
        var axes = NumberReader.Ints(kernel.Input(1));
        var y = kernel.Allocate(0, Reduced(x.Shape, axes, kernel.Node.Attr("keep_dims", false))).Writable<T>();
        using var squares = new Scratch<T>(x.Size);
        TensorPrimitives.Multiply(x.AsSpan<T>(), x.AsSpan<T>(), new Span<T>(squares.Pointer, (int)x.Size));
        Reduction.Into(squares.Pointer, x.Shape, axes, y, T.Zero, TensorPrimitives.Sum, static (a, b, r) => TensorPrimitives.Add(a, b, r));
        TensorPrimitives.Sqrt(y, y);
    }
}
