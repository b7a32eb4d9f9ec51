using KerasNet.Backends.Managed;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor NotEqual(Tensor a, Tensor b) => Graphs.Op<NotEqualOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise comparison: a != b.</summary>
internal sealed class NotEqualOp : ComparisonOp
{
    public override string Name => "NotEqual";

    protected override void Compare<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<bool> y) => Comparison.Run<T, Comparison.NotEqual>(a, b, y);
}
