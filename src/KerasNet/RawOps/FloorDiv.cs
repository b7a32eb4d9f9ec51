using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor FloorDiv(Tensor a, Tensor b) => Op<FloorDivOp>.Instance.Call1([a, b]);
}

/// <summary>Quotient rounded towards minus infinity, as in Python, with broadcasting.</summary>
internal sealed class FloorDivOp : NumberBinaryOp
{
    public override string Name => "FloorDiv";

    public override bool IsConstant => true;

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        TensorPrimitives.Divide(a, b, y);
        if (typeof(T) == typeof(float))
        {
            Floor(MemoryMarshal.Cast<T, float>(y));
        }
        else if (typeof(T) == typeof(double))
        {
            Floor(MemoryMarshal.Cast<T, double>(y));
        }
        else if (typeof(T) == typeof(Half))
        {
            Floor(MemoryMarshal.Cast<T, Half>(y));
        }
        else
        {
            for (var i = 0; i < y.Length; i++)
            {
                // The quotient was cut off towards 0.
                y[i] = y[i] * b[i] != a[i] && T.IsNegative(a[i]) != T.IsNegative(b[i]) ? y[i] - T.One : y[i];
            }
        }
    }

    private static void Floor<T>(Span<T> y)
        where T : IFloatingPoint<T> => TensorPrimitives.Floor<T>(y, y);
}
