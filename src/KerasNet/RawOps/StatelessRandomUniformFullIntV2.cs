using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Integers of all values of a type.</summary>
    public static Tensor StatelessRandomUniformFullIntV2(Tensor shape, Tensor seed, DataType dtype) =>
        Op<StatelessRandomUniformFullIntV2Op>.Instance.Call1(RandomOp.Inputs(shape, seed), ("dtype", dtype));
}

/// <summary>Integers of all values of a type.</summary>
internal sealed class StatelessRandomUniformFullIntV2Op : RandomOp
{
    public override string Name => "StatelessRandomUniformFullIntV2";

    protected override void Draw(Kernel kernel, PhiloxKey start, TensorShape shape) => RandomFill.Bits(start, kernel.Allocate(0, shape));
}
