using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor IsNan(Tensor x) => Op<IsNanOp>.Instance.Call1([x]);
}

/// <summary>Tells which elements are not a number.</summary>
internal sealed class IsNanOp : FloatTestOp
{
    public override string Name => "IsNan";

    protected override bool Test<T>(T x) => T.IsNaN(x);
}
