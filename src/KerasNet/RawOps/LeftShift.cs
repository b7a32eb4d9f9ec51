using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor LeftShift(Tensor a, Tensor b) => Op<LeftShiftOp>.Instance.Call1([a, b]);
}

/// <summary>Bits shifted to the left, with broadcasting. Shifts of fewer than 0 or of all bits are taken as the nearest that is possible.</summary>
internal sealed class LeftShiftOp : IntegerBinaryOp
{
    public override string Name => "LeftShift";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        var most = (System.Runtime.CompilerServices.Unsafe.SizeOf<T>() * 8) - 1;
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = a[i] << Math.Clamp(int.CreateSaturating(b[i]), 0, most);
        }
    }
}
