using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Normal numbers, drawn again where they lie two standard deviations or more from the mean.</summary>
    public static Tensor StatelessTruncatedNormalV2(Tensor shape, Tensor seed, DataType dtype) =>
        Op<StatelessTruncatedNormalV2Op>.Instance.Call1(RandomOp.Inputs(shape, seed), ("dtype", dtype));
}

/// <summary>Normal numbers within two standard deviations.</summary>
internal sealed class StatelessTruncatedNormalV2Op : RandomOp
{
    public override string Name => "StatelessTruncatedNormalV2";

    protected override void Draw(Kernel kernel, PhiloxKey start, TensorShape shape) => RandomFill.Normal(start, kernel.Allocate(0, shape), truncated: true);
}
