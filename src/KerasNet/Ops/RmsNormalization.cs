using System.Runtime.InteropServices;
using KerasNet.Layers;

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Divides by the root mean square along an axis, then scales.</summary>
    /// <remarks>Python: <c>keras.ops.rms_normalization</c>. 16-bit floats are computed in float32.</remarks>
    public static Tensor RmsNormalization(Tensor x, Tensor? scale = null, int axis = -1, double? epsilon = null) => RmsNormalization(x, scale, [axis], epsilon);

    /// <summary>Divides by the root mean square along several axes, then scales.</summary>
    /// <remarks>Python: <c>keras.ops.rms_normalization</c>.</remarks>
    public static Tensor RmsNormalization(Tensor x, [Optional] Tensor? scale, int[] axis, double? epsilon = null)
    {
        Tensor?[] all = [x, scale];
        return Run("RMSNorm", [.. all.OfType<Tensor>()], t =>
        {
            var wide = AtLeastFloat32(t[0].Rank == 0 ? RawOps.ExpandDims(t[0], 0) : t[0]);
            var mean = RawOps.Mean(RawOps.Square(wide), Axes(wide, axis), keepDims: true);
            var y = RawOps.Mul(wide, RawOps.Rsqrt(RawOps.AddV2(mean, Number(epsilon ?? Keras.Config.Epsilon, wide))));
            y = scale is null ? y : RawOps.Mul(y, RawOps.Cast(t[1], y.DType));
            return RawOps.Cast(y, t[0].DType);
        }, (FunctionOperation.Arguments, all), ("axis", axis.Length == 1 ? axis[0] : axis), ("epsilon", epsilon));
    }
}
