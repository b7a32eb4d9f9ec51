using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Where the numbers of a seed of two integers begin.</summary>
    public static (Tensor Key, Tensor Counter) StatelessRandomGetKeyCounter(Tensor seed)
    {
        var both = Op<StatelessRandomGetKeyCounterOp>.Instance.Call([seed]);
        return (both[0], both[1]);
    }
}

/// <summary>The generator's key and counter for a seed of two integers.</summary>
internal sealed class StatelessRandomGetKeyCounterOp : OpDefinition
{
    public override string Name => "StatelessRandomGetKeyCounter";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node) => node.Inputs[0].Shape.IsCompatibleWith(2) && node.Inputs[0].DType is DataType.Int32 or DataType.Int64
        ? [new(DataType.UInt64, 1), new(DataType.UInt64, 2)]
        : throw node.Error($"a seed is two integers. Received: shape {node.Inputs[0].Shape}, {node.Inputs[0].DType.Name()}.");

    public override void Run(Kernel kernel)
    {
        var seed = new IndexReader(kernel.Input(0));
        var start = PhiloxKey.FromSeed(seed[0], seed[1]);
        kernel.Allocate(0, 1).Writable<ulong>()[0] = start.Key;
        var counter = kernel.Allocate(1, 2).Writable<ulong>();
        (counter[0], counter[1]) = (start.CounterLow, start.CounterHigh);
    }
}
