using KerasNet.Backends.Managed;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Greater(Tensor a, Tensor b) => Graphs.Op<GreaterOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise comparison: a &gt; b.</summary>
internal sealed class GreaterOp : ComparisonOp
{
    public override string Name => "Greater";

    protected override void Compare<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<bool> y) => Comparison.Run<T, Comparison.Greater>(a, b, y);
}
