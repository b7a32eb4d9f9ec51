using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor StopGradient(Tensor x) => Op<StopGradientOp>.Instance.Call1([x]);
}

/// <summary>The same value, through which no gradient flows.</summary>
internal sealed class StopGradientOp : OpDefinition
{
    public override string Name => "StopGradient";

    public override bool Aliases => true;

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node) => [new(node.Inputs[0].DType, node.Inputs[0].Shape)];

    public override void Run(Kernel kernel) => kernel.Alias(0, kernel.Input(0).View(kernel.Input(0).Shape));
}
