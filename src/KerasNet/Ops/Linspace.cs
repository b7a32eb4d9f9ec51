using System.Runtime.InteropServices;

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Numbers at equal distances from <paramref name="start"/> to <paramref name="stop"/>, along a new axis.</summary>
    /// <remarks>Python: <c>keras.ops.linspace</c>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="num"/> is negative.</exception>
    public static Tensor Linspace(Tensor start, Tensor stop, int num = 50, bool endpoint = true, DataType? dtype = null, int axis = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(num);
        return Run(
            "Linspace",
            start,
            stop,
            (a, b) =>
            {
                var both = DTypePromotion.Of(a, b);
                var type = dtype ?? (both.IsFloating() && !(a.IsWeak && b.IsWeak) ? both : Keras.Config.FloatX);
                var own = type.IsFloating() ? type : Keras.Config.FloatX;
                (a, b) = (RawOps.Cast(a, own), RawOps.Cast(b, own));
                b = endpoint || num <= 1 ? b : RawOps.Sub(b, RawOps.RealDiv(RawOps.Sub(b, a), RawOps.Scalar(num, own)));
                var y = Points(a, b, num, axis);
                return type.IsFloating() ? y : RawOps.Cast(RawOps.Floor(y), type);
            },
            ("num", num),
            ("endpoint", endpoint),
            ("retstep", false),
            ("dtype", dtype),
            ("axis", axis));
    }

    /// <summary>Numbers at equal distances along a new axis, and the distance.</summary>
    /// <remarks>Python: <c>keras.ops.linspace(…, retstep=True)</c>. The distance is NaN when there are fewer than two numbers (or none, without the end).</remarks>
    /// <example><c>var (samples, step) = Ops.Linspace(0, 1, 5, retstep: true);</c></example>
    /// <exception cref="ArgumentException"><paramref name="retstep"/> is false: leave it out, for the numbers alone.</exception>
    public static (Tensor Samples, Tensor Step) Linspace(
        Tensor start, Tensor stop, [Optional, DefaultParameterValue(50)] int num, [Optional, DefaultParameterValue(true)] bool endpoint, bool retstep, DataType? dtype = null, int axis = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(num);
        if (!retstep)
        {
            throw new ArgumentException("This form gives the distance too. Received: retstep=false. Leave `retstep` out for the numbers alone.", nameof(retstep));
        }

        var both = RunMany(
            "Linspace",
            [start, stop],
            t =>
            {
                var samples = Linspace(t[0], t[1], num, endpoint, dtype, axis);
                var own = samples.DType.IsFloating() ? samples.DType : Keras.Config.FloatX;
                var gaps = endpoint ? num - 1 : num;
                var (a, b) = (RawOps.Cast(t[0], own), RawOps.Cast(t[1], own));
                return [samples, gaps > 0 ? RawOps.RealDiv(RawOps.Sub(b, a), RawOps.Scalar(gaps, own)) : RawOps.Scalar(double.NaN, own)];
            },
            ("num", num), ("endpoint", endpoint), ("retstep", true), ("dtype", dtype), ("axis", axis));
        return (both[0], both[1]);
    }

    private static Tensor Points(Tensor start, Tensor stop, int num, int axis)
    {
        (start, stop) = (RawOps.AddV2(start, RawOps.ZerosLike(stop)), RawOps.AddV2(stop, RawOps.ZerosLike(start)));
        var at = axis < 0 ? axis + start.Rank + 1 : axis;
        (start, stop) = (RawOps.ExpandDims(start, at), RawOps.ExpandDims(stop, at));
        if (num <= 1)
        {
            return num == 1 ? start : RawOps.Slice(start, RawOps.Constant(new int[start.Rank]), RawOps.Constant([.. Enumerable.Range(0, start.Rank).Select(i => i == at ? 0 : -1)]));
        }

        // The last point is the end itself, not start + n · step.
        var step = RawOps.RealDiv(RawOps.Sub(stop, start), RawOps.Scalar(num - 1, start.DType));
        var shape = new int[start.Rank];
        Array.Fill(shape, 1);
        shape[at] = num - 2;
        var middle = RawOps.Reshape(RawOps.Cast(RawOps.Range(RawOps.Scalar(1), RawOps.Scalar(num - 1), RawOps.Scalar(1)), start.DType), new TensorShape(shape));
        return RawOps.ConcatV2([start, RawOps.AddV2(start, RawOps.Mul(step, middle)), stop], at);
    }
}
