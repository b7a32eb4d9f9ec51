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
