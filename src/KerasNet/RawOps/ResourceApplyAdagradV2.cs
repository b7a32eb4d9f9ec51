using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static void ResourceApplyAdagradV2(KerasVariable variable, KerasVariable accum, Tensor lr, Tensor epsilon, Tensor grad, bool updateSlots = true) =>
        Op<ResourceApplyAdagradV2Op>.Instance.Call([variable.Handle, accum.Handle, lr, epsilon, grad], ("use_locking", false), ("update_slots", updateSlots));
}

/// <summary><c>accum += g²; var -= lr · g / (√accum + epsilon)</c>.</summary>
internal sealed class ResourceApplyAdagradV2Op : ResourceApplyOp
{
    public override string Name => "ResourceApplyAdagradV2";

    protected override int VariableCount => 2;

    protected override int InputCount => 5;

    protected override void Apply<T>(Node node, Tensor[] inputs)
    {
        var update = new Update<T>(Number<T>(inputs[2]), new(Number<T>(inputs[3])), node.Attr("update_slots", true));
        Loop<T, Update<T>>(update, inputs);
    }

    private readonly struct Update<T>(T lr, Vector<T> epsilon, bool updateSlots) : IUpdate<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Step(Span<Vector<T>> lanes)
        {
            var g = lanes[2];
            lanes[1] += updateSlots ? g * g : Vector<T>.Zero;
            lanes[0] -= g * lr / (Vector.SquareRoot(lanes[1]) + epsilon);
        }
    }
}
