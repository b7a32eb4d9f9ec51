using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor IsFinite(Tensor x) => Op<IsFiniteOp>.Instance.Call1([x]);
}

/// <summary>Tells which elements are neither an infinity nor NaN.</summary>
internal sealed class IsFiniteOp : FloatTestOp
{
    public override string Name => "IsFinite";

    protected override bool Test<T>(T x) => T.IsFinite(x);
}
