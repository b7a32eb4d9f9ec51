using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static void ResourceApplyRMSProp(KerasVariable variable, KerasVariable ms, KerasVariable mom, Tensor lr, Tensor rho, Tensor momentum, Tensor epsilon, Tensor grad) =>
        Op<ResourceApplyRMSPropOp>.Instance.Call([variable.Handle, ms.Handle, mom.Handle, lr, rho, momentum, epsilon, grad], ("use_locking", false));
}

/// <summary><c>ms += (1 − rho)(g² − ms); mom = momentum · mom + lr · g / √(ms + epsilon); var -= mom</c>.</summary>
internal sealed class ResourceApplyRMSPropOp : ResourceApplyOp
{
    public override string Name => "ResourceApplyRMSProp";

    protected override int VariableCount => 3;

    protected override int InputCount => 8;

    protected override void Apply<T>(Node node, Tensor[] inputs) =>
        Loop<T, Update<T>>(new(Number<T>(inputs[3]), T.One - Number<T>(inputs[4]), Number<T>(inputs[5]), new(Number<T>(inputs[6]))), inputs);

    private readonly struct Update<T>(T lr, T decay, T momentum, Vector<T> epsilon) : IUpdate<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Step(Span<Vector<T>> lanes)
        {
            var g = lanes[3];
            lanes[1] += ((g * g) - lanes[1]) * decay;
            lanes[2] = (lanes[2] * momentum) + (g * lr / Vector.SquareRoot(lanes[1] + epsilon));
            lanes[0] -= lanes[2];
        }
    }
}
