using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor IsInf(Tensor x) => Op<IsInfOp>.Instance.Call1([x]);
}

/// <summary>Tells which elements are an infinity.</summary>
internal sealed class IsInfOp : FloatTestOp
{
    public override string Name => "IsInf";

    protected override bool Test<T>(T x) => T.IsInfinity(x);
}
