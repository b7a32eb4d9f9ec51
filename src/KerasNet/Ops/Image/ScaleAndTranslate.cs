using KerasNet.Layers;

namespace KerasNet;

public static partial class Ops
{
    public static partial class Image
    {
        private static readonly string[] _scaleMethods = ["linear", "bilinear", "trilinear", "cubic", "bicubic", "tricubic", "lanczos3", "lanczos5"];

        /// <summary>Scales and moves a tensor along some axes.</summary>
        /// <remarks>Python: <c>keras.ops.image.scale_and_translate</c>.</remarks>
        /// <param name="images">The tensor.</param>
        /// <param name="outputShape">Shape of the result; axes that are not in <paramref name="spatialDims"/> stay.</param>
        /// <param name="scale">A factor for each axis of <paramref name="spatialDims"/>.</param>
        /// <param name="translation">A distance for each axis of <paramref name="spatialDims"/>.</param>
        /// <param name="spatialDims">The axes.</param>
        /// <param name="method"><c>linear</c>, <c>bilinear</c>, <c>trilinear</c>, <c>cubic</c>, <c>bicubic</c>, <c>tricubic</c>, <c>lanczos3</c> or <c>lanczos5</c>.</param>
        /// <param name="antialias">Whether elements are averaged when the tensor becomes smaller.</param>
        /// <exception cref="ArgumentException">The method is unknown.</exception>
        public static Tensor ScaleAndTranslate(Tensor images, TensorShape outputShape, Tensor scale, Tensor translation, int[] spatialDims, string method, bool antialias = true)
        {
            if (!_scaleMethods.Contains(method))
            {
                throw new ArgumentException($"Invalid value for argument `method`. Expected of one {{{string.Join(", ", _scaleMethods)}}}. Received: method={method}", nameof(method));
            }

            return Run(
                "ScaleAndTranslate",
                [images, scale, translation],
                t =>
                {
                    var type = DTypePromotion.Of(t[1], t[2]);
                    var (factors, moves) = (RawOps.Cast(t[1], type), RawOps.Cast(t[2], type));
                    var x = t[0].DType.IsInteger() ? RawOps.Cast(t[0], DataType.Float32) : t[0];
                    for (var i = 0; i < spatialDims.Length; i++)
                    {
                        var axis = x.Shape.Axis(spatialDims[i]);
                        var weights = SampleWeights.Of(RawOps.Dim(x, axis), outputShape[axis], factors[i], moves[i], method, antialias);
                        x = SampleWeights.Apply(x, axis, RawOps.Cast(weights, x.DType));
                    }

                    return x.DType == t[0].DType ? x : RawOps.Cast(Clip(RawOps.Round(x), RawOps.Cast(Min(t[0]), x.DType), RawOps.Cast(Max(t[0]), x.DType)), t[0].DType);
                },
                (FunctionOperation.Arguments, (object?[])[images, outputShape.ToArray(), scale, translation]), ("spatial_dims", spatialDims), ("method", method), ("antialias", antialias));
        }
    }
}
