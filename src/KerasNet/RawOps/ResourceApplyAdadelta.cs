using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static void ResourceApplyAdadelta(KerasVariable variable, KerasVariable accum, KerasVariable accumUpdate, Tensor lr, Tensor rho, Tensor epsilon, Tensor grad) =>
        Op<ResourceApplyAdadeltaOp>.Instance.Call([variable.Handle, accum.Handle, accumUpdate.Handle, lr, rho, epsilon, grad], ("use_locking", false));
}

/// <summary>Steps in the ratio of the root mean squares of past steps and past gradients.</summary>
internal sealed class ResourceApplyAdadeltaOp : ResourceApplyOp
{
    public override string Name => "ResourceApplyAdadelta";

    protected override int VariableCount => 3;

    protected override int InputCount => 7;

    protected override void Apply<T>(Node node, Tensor[] inputs)
    {
        var rho = Number<T>(inputs[4]);
        Loop<T, Update<T>>(new(Number<T>(inputs[3]), rho, T.One - rho, new(Number<T>(inputs[5]))), inputs);
    }

    private readonly struct Update<T>(T lr, T rho, T decay, Vector<T> epsilon) : IUpdate<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Step(Span<Vector<T>> lanes)
        {
            var g = lanes[3];
            lanes[1] = (lanes[1] * rho) + (g * g * decay);
            var step = Vector.SquareRoot(lanes[2] + epsilon) / Vector.SquareRoot(lanes[1] + epsilon) * g;
            lanes[0] -= step * lr;
            lanes[2] = (lanes[2] * rho) + (step * step * decay);
        }
    }
}
