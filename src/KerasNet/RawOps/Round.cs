using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Round(Tensor x) => Op<RoundOp>.Instance.Call1([x]);
}

/// <summary>Nearest integer, halves to even; integers stay.</summary>
internal sealed class RoundOp : NumberUnaryOp
{
    public override string Name => "Round";

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        if (typeof(T) == typeof(float))
        {
            TensorPrimitives.Round(MemoryMarshal.Cast<T, float>(x), MemoryMarshal.Cast<T, float>(y));
        }
        else if (typeof(T) == typeof(double))
        {
            TensorPrimitives.Round(MemoryMarshal.Cast<T, double>(x), MemoryMarshal.Cast<T, double>(y));
        }
        else if (typeof(T) == typeof(Half))
        {
            TensorPrimitives.Round(MemoryMarshal.Cast<T, Half>(x), MemoryMarshal.Cast<T, Half>(y));
        }
        else
        {
            x.CopyTo(y);
        }
    }

    public override bool IsConstant => true;
}
