using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static void ResourceApplyGradientDescent(KerasVariable variable, Tensor alpha, Tensor delta) =>
        Op<ResourceApplyGradientDescentOp>.Instance.Call([variable.Handle, alpha, delta], ("use_locking", false));
}

/// <summary><c>var -= alpha · delta</c>.</summary>
internal sealed class ResourceApplyGradientDescentOp : ResourceApplyOp
{
    public override string Name => "ResourceApplyGradientDescent";

    protected override int VariableCount => 1;

    protected override int InputCount => 3;

    protected override void Apply<T>(Node node, Tensor[] inputs) => Loop<T, Update<T>>(new(Number<T>(inputs[1])), inputs);

    private readonly struct Update<T>(T alpha) : IUpdate<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Step(Span<Vector<T>> lanes) => lanes[0] -= lanes[1] * alpha;
    }
}
