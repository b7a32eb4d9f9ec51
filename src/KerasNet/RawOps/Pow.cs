using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Pow(Tensor x, Tensor y) => Op<PowOp>.Instance.Call1([x, y]);
}

/// <summary>Elementwise power, with broadcasting.</summary>
internal sealed class PowOp : NumberBinaryOp
{
    public override string Name => "Pow";

    protected override int Cost => 32;

    protected override (Tensor?, Tensor?) Derivative(Tensor a, Tensor b, Tensor y, Tensor dy)
    {
        var da = RawOps.Mul(RawOps.Mul(dy, b), RawOps.Pow(a, RawOps.Sub(b, RawOps.Scalar(1, b.DType))));

        // log has no value at 0 and below; there the power does not change smoothly with the exponent.
        var positive = RawOps.Greater(a, RawOps.Scalar(0, a.DType));
        var log = RawOps.SelectV2(positive, RawOps.Log(RawOps.SelectV2(positive, a, RawOps.OnesLike(a))), RawOps.ZerosLike(a));
        return (da, RawOps.Mul(dy, RawOps.Mul(y, log)));
    }

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        if (typeof(T) == typeof(float))
        {
            TensorPrimitives.Pow(MemoryMarshal.Cast<T, float>(a), MemoryMarshal.Cast<T, float>(b), MemoryMarshal.Cast<T, float>(y));
        }
        else if (typeof(T) == typeof(double))
        {
            TensorPrimitives.Pow(MemoryMarshal.Cast<T, double>(a), MemoryMarshal.Cast<T, double>(b), MemoryMarshal.Cast<T, double>(y));
        }
        else if (typeof(T) == typeof(Half))
        {
            TensorPrimitives.Pow(MemoryMarshal.Cast<T, Half>(a), MemoryMarshal.Cast<T, Half>(b), MemoryMarshal.Cast<T, Half>(y));
        }
        else
        {
            for (var i = 0; i < y.Length; i++)
            {
                y[i] = Power(a[i], b[i]);
            }
        }
    }

    private static T Power<T>(T value, T exponent)
        where T : INumber<T>
    {
        if (T.IsNegative(exponent))
        {
            throw new ArgumentException("Integers to negative integer powers are not integers. Cast the first operand to float32.");
        }

        var result = T.One;
        for (var e = long.CreateChecked(exponent); e > 0; e >>= 1, value *= value)
        {
            result = (e & 1) == 1 ? result * value : result;
        }

        return result;
    }
}
