using KerasNet.Backends.Managed;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor LessEqual(Tensor a, Tensor b) => Graphs.Op<LessEqualOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise comparison: a &lt;= b.</summary>
internal sealed class LessEqualOp : ComparisonOp
{
    public override string Name => "LessEqual";

    protected override void Compare<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<bool> y) => Comparison.Run<T, Comparison.LessEqual>(a, b, y);
}
