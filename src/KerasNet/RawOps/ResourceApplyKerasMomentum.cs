using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static void ResourceApplyKerasMomentum(KerasVariable variable, KerasVariable accum, Tensor lr, Tensor grad, Tensor momentum, bool useNesterov = false) =>
        Op<ResourceApplyKerasMomentumOp>.Instance.Call([variable.Handle, accum.Handle, lr, grad, momentum], ("use_locking", false), ("use_nesterov", useNesterov));
}

/// <summary>Momentum as Keras has it: <c>accum = momentum · accum − lr · g; var += accum</c>, or with Nesterov <c>var += momentum · accum − lr · g</c>.</summary>
internal sealed class ResourceApplyKerasMomentumOp : ResourceApplyOp
{
    public override string Name => "ResourceApplyKerasMomentum";

    protected override int VariableCount => 2;

    protected override int InputCount => 5;

    protected override int GradientInput => 3;

    protected override void Apply<T>(Node node, Tensor[] inputs)
    {
        var update = new Update<T>(Number<T>(inputs[2]), Number<T>(inputs[4]), node.Attr("use_nesterov", false));
        Loop<T, Update<T>>(update, inputs);
    }

    private readonly struct Update<T>(T lr, T momentum, bool nesterov) : IUpdate<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Step(Span<Vector<T>> lanes)
        {
            var step = lanes[2] * lr;
            lanes[1] = (lanes[1] * momentum) - step;
            lanes[0] += nesterov ? (lanes[1] * momentum) - step : lanes[1];
        }
    }
}
