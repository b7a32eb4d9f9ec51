using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static void ResourceApplyCenteredRMSProp(KerasVariable variable, KerasVariable mg, KerasVariable ms, KerasVariable mom, Tensor lr, Tensor rho, Tensor momentum, Tensor epsilon, Tensor grad) =>
        Op<ResourceApplyCenteredRMSPropOp>.Instance.Call([variable.Handle, mg.Handle, ms.Handle, mom.Handle, lr, rho, momentum, epsilon, grad], ("use_locking", false));
}

/// <summary>RMSProp with the variance of the gradient in place of its mean square.</summary>
internal sealed class ResourceApplyCenteredRMSPropOp : ResourceApplyOp
{
    public override string Name => "ResourceApplyCenteredRMSProp";

    protected override int VariableCount => 4;

    protected override int InputCount => 9;

    protected override void Apply<T>(Node node, Tensor[] inputs)
    {
        var update = new Update<T>(Number<T>(inputs[4]), T.One - Number<T>(inputs[5]), Number<T>(inputs[6]), new(Number<T>(inputs[7])));
        Loop<T, Update<T>>(update, inputs);
    }

    private readonly struct Update<T>(T lr, T decay, T momentum, Vector<T> epsilon) : IUpdate<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Step(Span<Vector<T>> lanes)
        {
            var g = lanes[4];
            lanes[1] += (g - lanes[1]) * decay;
            lanes[2] += ((g * g) - lanes[2]) * decay;
            var variance = lanes[2] - (lanes[1] * lanes[1]) + epsilon;
            lanes[3] = (lanes[3] * momentum) + (g * lr / Vector.SquareRoot(variance));
            lanes[0] -= lanes[3];
        }
    }
}
