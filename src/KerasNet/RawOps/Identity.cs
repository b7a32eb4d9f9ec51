using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Identity(Tensor x) => Op<IdentityOp>.Instance.Call1([x]);
}

/// <summary>The same value under another name.</summary>
internal sealed class IdentityOp : UnaryOp
{
    public override string Name => "Identity";

    public override bool Aliases => true;

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => dy;

    public override void Run(Kernel kernel) => kernel.Alias(0, kernel.Input(0).View(kernel.Input(0).Shape));
}
