using KerasNet.Layers;

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Normalises with a given mean and variance for each position of an axis, then scales and shifts.</summary>
    /// <remarks>Python: <c>keras.ops.batch_normalization</c>.</remarks>
    public static Tensor BatchNormalization(Tensor x, Tensor mean, Tensor variance, int axis, Tensor? offset = null, Tensor? scale = null, double epsilon = 1e-3)
    {
        Tensor?[] all = [x, mean, variance, offset, scale];
        return Run("BatchNorm", [.. all.OfType<Tensor>()], t =>
        {
            var at = t[0].Shape.Axis(axis);
            var next = 3;
            var shift = offset is null ? null : AtAxis(t[next++], t[0], at);
            var factor = scale is null ? null : AtAxis(t[next], t[0], at);
            var (m, v) = (AtAxis(t[1], t[0], at), AtAxis(t[2], t[0], at));
            var rate = RawOps.Rsqrt(RawOps.AddV2(v, Number(epsilon, v)));
            rate = factor is null ? rate : RawOps.Mul(rate, factor);
            var rest = RawOps.Mul(m, rate);
            rest = shift is null ? RawOps.Neg(rest) : RawOps.Sub(shift, rest);
            return RawOps.AddV2(RawOps.Mul(t[0], RawOps.Cast(rate, t[0].DType)), RawOps.Cast(rest, t[0].DType));
        }, (FunctionOperation.Arguments, all), ("axis", axis), ("epsilon", epsilon));
    }

    /// <summary>A vector that broadcasts along an axis.</summary>
    private static Tensor AtAxis(Tensor vector, Tensor x, int axis)
    {
        if (axis == x.Rank - 1 || vector.Rank != 1)
        {
            return vector;
        }

        var dims = new int[x.Rank];
        Array.Fill(dims, 1);
        dims[axis] = vector.Shape[0];
        return RawOps.Reshape(vector, new TensorShape(dims));
    }
}
