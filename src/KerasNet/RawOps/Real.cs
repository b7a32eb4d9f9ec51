using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Real(Tensor x) => Op<RealOp>.Instance.Call1([x], ("Tout", ComplexValues.PartType(x.DType)));
}

/// <summary>Real parts of complex numbers.</summary>
internal sealed class RealOp : ComplexPartOp
{
    public override string Name => "Real";

    protected override int Part => 0;
}
