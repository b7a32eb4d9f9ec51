using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor NextAfter(Tensor a, Tensor b) => Op<NextAfterOp>.Instance.Call1([a, b]);
}

/// <summary>The next number that the type holds, in the direction of another one.</summary>
internal sealed class NextAfterOp : FloatBinaryOp
{
    public override string Name => "NextAfter";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = T.IsNaN(a[i]) || T.IsNaN(b[i]) ? T.NaN : a[i] == b[i] ? b[i] : a[i] < b[i] ? T.BitIncrement(a[i]) : T.BitDecrement(a[i]);
        }
    }

    protected override (Tensor?, Tensor?) Derivative(Tensor a, Tensor b, Tensor y, Tensor dy) => (dy, null);
}
