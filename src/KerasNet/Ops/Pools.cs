namespace KerasNet;

/// <summary>Pools made of those that every backend computes; TensorFlow pools volumes in float32 and bfloat16 only.</summary>
internal static class Pools
{
    public static Tensor Compute(Tensor inputs, TensorShape poolSize, TensorShape? strides, string padding, string? dataFormat, bool average)
    {
        var window = new SlidingWindow(inputs, strides ?? poolSize, padding, dataFormat);
        var size = window.Spatial(poolSize, nameof(poolSize));
        return window.Around(inputs, x => Pool(x, size, window, average));
    }

    private static Tensor Pool(Tensor x, int[] size, SlidingWindow window, bool average)
    {
        if (window.Rank == 3 && Keras.Backend.Name != "managed" && x.DType is not (DataType.Float32 or DataType.BFloat16))
        {
            return x.DType == DataType.Float64 ? InTwoSteps(x, size, window, average)
                : RawOps.Cast(Plain(RawOps.Cast(x, DataType.Float32), size, window.Strides, window.Padding, average), x.DType);
        }

        return Plain(x, size, window.Strides, window.Padding, average);
    }

    private static Tensor Plain(Tensor x, int[] size, int[] strides, string padding, bool average)
    {
        var (k, s) = (SlidingWindow.Whole(size), SlidingWindow.Whole(strides));
        return x.Rank == 5
            ? average ? RawOps.AvgPool3D(x, k, s, padding) : RawOps.MaxPool3D(x, k, s, padding)
            : average ? RawOps.AvgPool(x, k, s, padding) : RawOps.MaxPool(x, k, s, padding);
    }

    /// <summary>A volume's window is that of its slices, then one along them.</summary>
    private static Tensor InTwoSteps(Tensor x, int[] size, SlidingWindow window, bool average)
    {
        if (!x.Shape[1..].IsFullyDefined)
        {
            throw new NotSupportedException($"TensorFlow pools float64 volumes of known size only. Received: shape={x.Shape}. Cast to float32, or declare the sizes.");
        }

        var (depth, channels) = (x.Shape[1], x.Shape[4]);
        var slices = RawOps.Reshape(x, new TensorShape(-1, x.Shape[2], x.Shape[3], channels));
        var pooled = Plain(slices, size[1..], window.Strides[1..], window.Padding, average);
        var (h, w) = (pooled.Shape[1], pooled.Shape[2]);
        var lines = RawOps.Reshape(pooled, new TensorShape(-1, depth, h * w, channels));
        var y = Plain(lines, [size[0], 1], [window.Strides[0], 1], window.Padding, average);
        return RawOps.Reshape(y, new TensorShape(-1, y.Shape[1], h, w, channels));
    }
}
