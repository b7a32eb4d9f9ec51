using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static void ResourceApplyAdamWithAmsgrad(KerasVariable variable, KerasVariable m, KerasVariable v, KerasVariable vhat, Tensor beta1Power, Tensor beta2Power, Tensor lr, Tensor beta1, Tensor beta2, Tensor epsilon, Tensor grad) =>
        Op<ResourceApplyAdamWithAmsgradOp>.Instance.Call([variable.Handle, m.Handle, v.Handle, vhat.Handle, beta1Power, beta2Power, lr, beta1, beta2, epsilon, grad], ("use_locking", false));
}

/// <summary>Adam whose second average never falls.</summary>
internal sealed class ResourceApplyAdamWithAmsgradOp : ResourceApplyOp
{
    public override string Name => "ResourceApplyAdamWithAmsgrad";

    protected override int VariableCount => 4;

    protected override int InputCount => 11;

    protected override void Apply<T>(Node node, Tensor[] inputs)
    {
        var (beta1Power, beta2Power, lr) = (Number<T>(inputs[4]), Number<T>(inputs[5]), Number<T>(inputs[6]));
        var rate = lr * T.Sqrt(T.One - beta2Power) / (T.One - beta1Power);
        Loop<T, Update<T>>(new(rate, T.One - Number<T>(inputs[7]), T.One - Number<T>(inputs[8]), new(Number<T>(inputs[9]))), inputs);
    }

    private readonly struct Update<T>(T rate, T decay1, T decay2, Vector<T> epsilon) : IUpdate<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Step(Span<Vector<T>> lanes)
        {
            var g = lanes[4];
            lanes[1] += (g - lanes[1]) * decay1;
            lanes[2] += ((g * g) - lanes[2]) * decay2;
            lanes[3] = Vector.Max(lanes[3], lanes[2]);
            lanes[0] -= lanes[1] * rate / (Vector.SquareRoot(lanes[3]) + epsilon);
        }
    }
}
