using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Numbers in [0, 1).</summary>
    public static Tensor StatelessRandomUniformV2(Tensor shape, Tensor seed, DataType dtype) =>
        Op<StatelessRandomUniformV2Op>.Instance.Call1(RandomOp.Inputs(shape, seed), ("dtype", dtype));
}

/// <summary>Numbers in [0, 1).</summary>
internal sealed class StatelessRandomUniformV2Op : RandomOp
{
    public override string Name => "StatelessRandomUniformV2";

    protected override void Draw(Kernel kernel, PhiloxKey start, TensorShape shape)
    {
        var y = kernel.Allocate(0, shape);
        switch (y.DType)
        {
            case DataType.Float32: RandomFill.Uniform<float>(start, y); break;
            case DataType.Float64: RandomFill.Uniform<double>(start, y); break;
            default: RandomFill.UniformNarrow(start, y); break;
        }
    }
}
