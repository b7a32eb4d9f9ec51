using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static void AssignSubVariableOp(KerasVariable variable, Tensor value) =>
        Op<AssignSubVariableOp>.Instance.Call([variable.Handle, value], ("dtype", variable.DType));
}

/// <summary>Subtracts from the value of a variable.</summary>
internal sealed class AssignSubVariableOp : AssignUpdateOp
{
    public override string Name => "AssignSubVariableOp";

    protected override void Compute<T>(Span<T> target, ReadOnlySpan<T> value) => TensorPrimitives.Subtract(target, value, target);
}
