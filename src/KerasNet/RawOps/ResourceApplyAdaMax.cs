using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static void ResourceApplyAdaMax(KerasVariable variable, KerasVariable m, KerasVariable v, Tensor beta1Power, Tensor lr, Tensor beta1, Tensor beta2, Tensor epsilon, Tensor grad) =>
        Op<ResourceApplyAdaMaxOp>.Instance.Call([variable.Handle, m.Handle, v.Handle, beta1Power, lr, beta1, beta2, epsilon, grad], ("use_locking", false));
}

/// <summary>Adam with the largest gradient seen, decayed, in place of the root mean square.</summary>
internal sealed class ResourceApplyAdaMaxOp : ResourceApplyOp
{
    public override string Name => "ResourceApplyAdaMax";

    protected override int VariableCount => 3;

    protected override int InputCount => 9;

    protected override void Apply<T>(Node node, Tensor[] inputs)
    {
        var rate = Number<T>(inputs[4]) / (T.One - Number<T>(inputs[3]));
        Loop<T, Update<T>>(new(rate, T.One - Number<T>(inputs[5]), Number<T>(inputs[6]), new(Number<T>(inputs[7]))), inputs);
    }

    private readonly struct Update<T>(T rate, T decay1, T beta2, Vector<T> epsilon) : IUpdate<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Step(Span<Vector<T>> lanes)
        {
            var g = lanes[3];
            lanes[1] += (g - lanes[1]) * decay1;
            lanes[2] = Vector.Max(lanes[2] * beta2, Vector.Abs(g));
            lanes[0] -= lanes[1] * rate / (lanes[2] + epsilon);
        }
    }
}
