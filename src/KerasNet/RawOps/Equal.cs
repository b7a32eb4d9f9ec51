using KerasNet.Backends.Managed;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Equal(Tensor a, Tensor b) => Graphs.Op<EqualOp>.Instance.Call1([a, b]);
}

/// <summary>Elementwise comparison: a = b.</summary>
internal sealed class EqualOp : ComparisonOp
{
    public override string Name => "Equal";

    protected override void Compare<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<bool> y) => Comparison.Run<T, Comparison.Equal>(a, b, y);
}
