using System.Runtime.InteropServices;
using KerasNet.Layers;

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Brings the elements along an axis to mean 0 and variance 1, then scales and shifts.</summary>
    /// <remarks>Python: <c>keras.ops.layer_normalization</c>. Ba, Kiros and Hinton, 2016. 16-bit floats are computed in float32.</remarks>
    public static Tensor LayerNormalization(Tensor x, Tensor? gamma = null, Tensor? beta = null, int axis = -1, double? epsilon = null) =>
        LayerNormalization(x, gamma, beta, [axis], epsilon);

    /// <summary>Brings the elements along several axes to mean 0 and variance 1, then scales and shifts.</summary>
    /// <remarks>Python: <c>keras.ops.layer_normalization</c>.</remarks>
    public static Tensor LayerNormalization(Tensor x, [Optional] Tensor? gamma, [Optional] Tensor? beta, int[] axis, double? epsilon = null)
    {
        Tensor?[] all = [x, gamma, beta];
        return Run("LayerNorm", [.. all.OfType<Tensor>()], t =>
        {
            var wide = AtLeastFloat32(t[0]);
            int[] axes = [.. axis.Select(a => wide.Shape.Axis(a)).Order()];
            var next = 1;
            var scale = gamma is null ? null : AtAxes(RawOps.Cast(t[next++], wide.DType), wide, axes);
            var shift = beta is null ? null : AtAxes(RawOps.Cast(t[next], wide.DType), wide, axes);
            var (mean, variance) = MomentsOf(wide, RawOps.Constant(axes), keepdims: true);
            var rate = RawOps.Rsqrt(RawOps.AddV2(variance, Number(epsilon ?? Keras.Config.Epsilon, wide)));
            rate = scale is null ? rate : RawOps.Mul(rate, scale);
            var rest = RawOps.Neg(RawOps.Mul(mean, rate));
            rest = shift is null ? rest : RawOps.AddV2(rest, shift);
            return RawOps.Cast(RawOps.AddV2(RawOps.Mul(wide, rate), rest), t[0].DType);
        }, (FunctionOperation.Arguments, all), ("axis", axis.Length == 1 ? axis[0] : axis), ("epsilon", epsilon), ("rms_scaling", false));
    }

    private static Tensor AtLeastFloat32(Tensor x) => x.DType is DataType.Float32 or DataType.Float64 ? x : RawOps.Cast(x, DataType.Float32);

    /// <summary>A tensor over some axes that broadcasts along the others.</summary>
    private static Tensor AtAxes(Tensor values, Tensor x, int[] axes)
    {
        if (values.Rank == x.Rank || (axes.Length == 1 && axes[0] == x.Rank - 1))
        {
            return values;
        }

        var dims = new int[x.Rank];
        Array.Fill(dims, 1);
        foreach (var axis in axes)
        {
            dims[axis] = x.Shape[axis];
        }

        return RawOps.Reshape(values, new TensorShape(dims));
    }
}
