using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static void AssignVariableOp(KerasVariable variable, Tensor value) =>
        Op<AssignVariableOp>.Instance.Call([variable.Handle, value], ("dtype", variable.DType));
}

/// <summary>Replaces the value of a variable.</summary>
internal sealed class AssignVariableOp : OpDefinition
{
    public override string Name => "AssignVariableOp";

    public override bool Writes => true;

    public override bool IsPure => false;

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node) => node.Inputs[0].Variable!.Shape.IsCompatibleWith(node.Inputs[1].Shape)
        ? []
        : throw node.Error($"variable '{node.Inputs[0].Variable!.Path}' has shape {node.Inputs[0].Variable!.Shape}. Received: a value of shape {node.Inputs[1].Shape}.");

    public override unsafe void Run(Kernel kernel)
    {
        var (target, value) = (kernel.Variable(0).HostForUpdate(), kernel.Input(1));
        Buffer.MemoryCopy(value.Pointer, target.Pointer, target.ByteLength, target.ByteLength);
    }
}
