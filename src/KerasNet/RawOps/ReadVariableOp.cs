using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor ReadVariableOp(KerasVariable variable) =>
        Op<ReadVariableOp>.Instance.Call1([variable.Handle], ("dtype", variable.DType));
}

/// <summary>The value of a variable at this point of the program.</summary>
internal sealed class ReadVariableOp : OpDefinition
{
    public override string Name => "ReadVariableOp";

    public override bool IsPure => false;

    public override TensorSpec[] Infer(Node node) => [new(node.Inputs[0].Variable!.DType, node.Inputs[0].Variable!.Shape)];

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => dy;

    public override void Run(Kernel kernel) => kernel.Alias(0, kernel.Variable(0).Host);
}
