namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor NotEqual(Tensor a, Tensor b) => Graphs.Op<NotEqualOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise comparison: a != b.</summary>
internal sealed class NotEqualOp : ComparisonOp
{
    public override string Name => "NotEqual";

    protected override bool Compare<T>(T a, T b) => a != b;
}
