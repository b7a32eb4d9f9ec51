using KerasNet.Backends.Managed;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Less(Tensor a, Tensor b) => Graphs.Op<LessOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise comparison: a &lt; b.</summary>
internal sealed class LessOp : ComparisonOp
{
    public override string Name => "Less";

    protected override void Compare<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<bool> y) => Comparison.Run<T, Comparison.Less>(a, b, y);
}
