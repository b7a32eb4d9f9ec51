using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Integers from <paramref name="low"/> to before <paramref name="high"/>, of their type.</summary>
    public static Tensor StatelessRandomUniformIntV2(Tensor shape, Tensor seed, Tensor low, Tensor high) =>
        Op<StatelessRandomUniformIntV2Op>.Instance.Call1([.. RandomOp.Inputs(shape, seed), low, high], ("dtype", low.DType));
}

/// <summary>Integers of a range.</summary>
internal sealed class StatelessRandomUniformIntV2Op : RandomOp
{
    public override string Name => "StatelessRandomUniformIntV2";

    public override TensorSpec[] Infer(Node node)
    {
        var (low, high) = (node.Inputs[4], node.Inputs[5]);
        if (low.DType != high.DType || low.DType is not (DataType.Int32 or DataType.Int64) || low.Rank != 0 || high.Rank != 0)
        {
            throw node.Error($"minval and maxval must be single numbers, both int32 or both int64. Received: {low.Shape} {low.DType.Name()} and {high.Shape} {high.DType.Name()}.");
        }

        return low.IsConcrete && high.IsConcrete && NumberReader.At(low, 0) >= NumberReader.At(high, 0)
            ? throw node.Error($"Need minval < maxval, got {NumberReader.At(low, 0)} >= {NumberReader.At(high, 0)}")
            : base.Infer(node);
    }

    protected override void Draw(Kernel kernel, PhiloxKey start, TensorShape shape) =>
        RandomFill.Integers(start, kernel.Input(4), kernel.Input(5), kernel.Allocate(0, shape));
}
