using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Normal numbers of mean 0 and standard deviation 1.</summary>
    public static Tensor StatelessRandomNormalV2(Tensor shape, Tensor seed, DataType dtype) =>
        Op<StatelessRandomNormalV2Op>.Instance.Call1(RandomOp.Inputs(shape, seed), ("dtype", dtype));
}

/// <summary>Normal numbers of mean 0 and standard deviation 1.</summary>
internal sealed class StatelessRandomNormalV2Op : RandomOp
{
    public override string Name => "StatelessRandomNormalV2";

    protected override void Draw(Kernel kernel, PhiloxKey start, TensorShape shape) => RandomFill.Normal(start, kernel.Allocate(0, shape), truncated: false);
}
