using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static void ResourceApplyAdam(
        KerasVariable variable, KerasVariable m, KerasVariable v, Tensor beta1Power, Tensor beta2Power, Tensor lr, Tensor beta1, Tensor beta2, Tensor epsilon, Tensor grad, bool useNesterov = false) =>
        Op<ResourceApplyAdamOp>.Instance.Call(
            [variable.Handle, m.Handle, v.Handle, beta1Power, beta2Power, lr, beta1, beta2, epsilon, grad], ("use_locking", false), ("use_nesterov", useNesterov));
}

/// <summary>Adam: moving averages of the gradient and its square, corrected for their start at zero.</summary>
internal sealed class ResourceApplyAdamOp : ResourceApplyOp
{
    public override string Name => "ResourceApplyAdam";

    protected override int VariableCount => 3;

    protected override int InputCount => 10;

    protected override void Apply<T>(Node node, Tensor[] inputs)
    {
        var (beta1Power, beta2Power, lr) = (Number<T>(inputs[3]), Number<T>(inputs[4]), Number<T>(inputs[5]));
        var (beta1, beta2, epsilon) = (Number<T>(inputs[6]), Number<T>(inputs[7]), new Vector<T>(Number<T>(inputs[8])));
        var rate = lr * T.Sqrt(T.One - beta2Power) / (T.One - beta1Power);
        Loop<T, Update<T>>(new(rate, beta1, T.One - beta1, T.One - beta2, epsilon, node.Attr("use_nesterov", false)), inputs);
    }

    private readonly struct Update<T>(T rate, T beta1, T decay1, T decay2, Vector<T> epsilon, bool nesterov) : IUpdate<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Step(Span<Vector<T>> lanes)
        {
            var g = lanes[3];
            lanes[1] += (g - lanes[1]) * decay1;
            lanes[2] += ((g * g) - lanes[2]) * decay2;
            var direction = nesterov ? (lanes[1] * beta1) + (g * decay1) : lanes[1];
            lanes[0] -= direction * rate / (Vector.SquareRoot(lanes[2]) + epsilon);
        }
    }
}
