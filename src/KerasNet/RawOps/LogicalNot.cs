using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor LogicalNot(Tensor x) => Op<LogicalNotOp>.Instance.Call1([x]);
}

/// <summary>Elementwise logical not.</summary>
internal sealed class LogicalNotOp : OpDefinition
{
    public override string Name => "LogicalNot";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node) => node.Inputs[0].DType == DataType.Bool
        ? [new(DataType.Bool, node.Inputs[0].Shape)]
        : throw node.Error($"the input must be bool. Received: {node.Inputs[0].DType.Name()}. Compare or cast it first.");

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0).AsSpan<bool>();
        var y = kernel.Allocate(0, kernel.Input(0).Shape).Writable<bool>();
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = !x[i];
        }
    }
}
