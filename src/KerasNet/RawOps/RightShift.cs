using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor RightShift(Tensor a, Tensor b) => Op<RightShiftOp>.Instance.Call1([a, b]);
}

/// <summary>Bits shifted to the right; the sign stays, with broadcasting. Shifts of fewer than 0 or of all bits are taken as the nearest that is possible.</summary>
internal sealed class RightShiftOp : IntegerBinaryOp
{
    public override string Name => "RightShift";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        var most = (System.Runtime.CompilerServices.Unsafe.SizeOf<T>() * 8) - 1;
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = a[i] >> Math.Clamp(int.CreateSaturating(b[i]), 0, most);
        }
    }
}
