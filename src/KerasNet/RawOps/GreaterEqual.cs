using KerasNet.Backends.Managed;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor GreaterEqual(Tensor a, Tensor b) => Graphs.Op<GreaterEqualOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise comparison: a &gt;= b.</summary>
internal sealed class GreaterEqualOp : ComparisonOp
{
    public override string Name => "GreaterEqual";

    protected override void Compare<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<bool> y) => Comparison.Run<T, Comparison.GreaterEqual>(a, b, y);
}
