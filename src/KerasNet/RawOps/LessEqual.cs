namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor LessEqual(Tensor a, Tensor b) => Graphs.Op<LessEqualOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise comparison: a &lt;= b.</summary>
internal sealed class LessEqualOp : ComparisonOp
{
    public override string Name => "LessEqual";

    protected override bool Compare<T>(T a, T b) => a <= b;
}
