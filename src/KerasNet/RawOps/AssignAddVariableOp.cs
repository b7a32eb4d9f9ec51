using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static void AssignAddVariableOp(KerasVariable variable, Tensor value) =>
        Op<AssignAddVariableOp>.Instance.Call([variable.Handle, value], ("dtype", variable.DType));
}

/// <summary>Adds to the value of a variable.</summary>
internal sealed class AssignAddVariableOp : AssignUpdateOp
{
    public override string Name => "AssignAddVariableOp";

    protected override void Compute<T>(Span<T> target, ReadOnlySpan<T> value) => TensorPrimitives.Add(target, value, target);
}
