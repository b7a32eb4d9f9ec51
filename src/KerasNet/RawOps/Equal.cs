namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Equal(Tensor a, Tensor b) => Graphs.Op<EqualOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise comparison: a = b.</summary>
internal sealed class EqualOp : ComparisonOp
{
    public override string Name => "Equal";

    protected override bool Compare<T>(T a, T b) => a == b;
}
