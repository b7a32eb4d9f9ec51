namespace KerasNet;

/// <summary>Convolutions made of those that every backend computes. TensorFlow on a processor has no gradient for groups and dilation, and
/// channels first only on some processors; the managed kernels have all of it.</summary>
internal static class Convolutions
{
    /// <summary>TensorFlow's depthwise kernel of float32 and bfloat16 ends the process for wider filters; that of float64 takes any.</summary>
    private const int WidestDepthwise = 14;

    private static bool HasEverything => Keras.Backend.Name == "managed";

    /// <summary>Any groups, strides and dilations; channels last.</summary>
    public static Tensor Dense(Tensor x, Tensor kernel, SlidingWindow window)
    {
        var groups = x.Shape[^1] > 0 && kernel.Shape[^2] > 0 ? x.Shape[^1] / kernel.Shape[^2] : 1;
        if (x.Shape[^1] > 0 && kernel.Shape[^2] > 0 && (x.Shape[^1] % kernel.Shape[^2] != 0 || kernel.Shape[^1] % groups != 0))
        {
            throw new ArgumentException(
                $"The number of input channels must be evenly divisible by kernel's in_channels, and its filters by the number of groups. Received input channels {x.Shape[^1]} and kernel.shape={kernel.Shape}.", nameof(kernel));
        }

        CheckRoom(x, kernel, window);
        if (HasEverything)
        {
            return Plain(x, kernel, window.Strides, window.Padding, window.Dilations);
        }

        if (groups > 1 && groups == x.Shape[^1] && window.Rank == 2)
        {
            // One channel a group: the same numbers in the order of a depthwise filter.
            var own = RawOps.Reshape(kernel, new TensorShape(kernel.Shape[0], kernel.Shape[1], groups, kernel.Shape[3] / groups));
            return Depthwise(x, own, window);
        }

        if (groups > 1)
        {
            var (inputs, kernels) = (RawOps.Split(x, groups, x.Rank - 1), RawOps.Split(kernel, groups, x.Rank - 1));
            return RawOps.ConcatV2([.. inputs.Select((part, i) => Undilated(part, kernels[i], window, Plain))], x.Rank - 1);
        }

        return Undilated(x, kernel, window, Plain);
    }

    /// <summary>Every channel by itself; two spatial axes, channels last.</summary>
    public static Tensor Depthwise(Tensor x, Tensor kernel, SlidingWindow window)
    {
        CheckRoom(x, kernel, window);
        var strides = window.Strides;
        if (window.SpatialRank == 1)
        {
            // The other axis has size 1, where a step changes nothing; the ops ask for equal steps.
            strides = [strides[1], strides[1]];
        }

        if (strides[0] != strides[1])
        {
            return Subsampled(x, kernel, window.Padding, window.Strides, window.Dilations, PlainDepthwise);
        }

        return HasEverything
            ? PlainDepthwise(x, kernel, strides, window.Padding, window.Dilations)
            : Undilated(x, kernel, strides, window.Padding, window.Dilations, PlainDepthwise);
    }

    private delegate Tensor Convolve(Tensor x, Tensor kernel, int[] strides, string padding, int[] dilations);

    private static Tensor Plain(Tensor x, Tensor kernel, int[] strides, string padding, int[] dilations) => x.Rank == 5
        ? RawOps.Conv3D(x, kernel, SlidingWindow.Whole(strides), padding, SlidingWindow.Whole(dilations))
        : RawOps.Conv2D(x, kernel, SlidingWindow.Whole(strides), padding, SlidingWindow.Whole(dilations));

    private static Tensor PlainDepthwise(Tensor x, Tensor kernel, int[] strides, string padding, int[] dilations)
    {
        if (!HasEverything && kernel.Shape[1] is < 0 or > WidestDepthwise && x.DType is (DataType.Float32 or DataType.BFloat16))
        {
            return RawOps.Cast(PlainDepthwise(RawOps.Cast(x, DataType.Float64), RawOps.Cast(kernel, DataType.Float64), strides, padding, dilations), x.DType);
        }

        return RawOps.DepthwiseConv2dNative(x, kernel, SlidingWindow.Whole(strides), padding, SlidingWindow.Whole(dilations));
    }

    private static Tensor Undilated(Tensor x, Tensor kernel, SlidingWindow window, Convolve convolve) =>
        Undilated(x, kernel, window.Strides, window.Padding, window.Dilations, convolve);

    private static Tensor Undilated(Tensor x, Tensor kernel, int[] strides, string padding, int[] dilations, Convolve convolve) =>
        dilations.Max() == 1 ? convolve(x, kernel, strides, padding, dilations)
        : strides.Max() == 1 ? Blocked(x, kernel, padding, dilations, convolve)
        : Subsampled(x, kernel, padding, strides, dilations, convolve);

    /// <summary>Dilation with steps of 1: the positions that see each other are brought together as images of their own.</summary>
    private static Tensor Blocked(Tensor x, Tensor kernel, string padding, int[] dilations, Convolve convolve)
    {
        if (HasEverything)
        {
            return convolve(x, kernel, Ones(dilations), padding, dilations);
        }

        var (paddings, crops) = (new List<Tensor>(), new List<Tensor>());
        var zero = RawOps.Scalar(0);
        for (var i = 0; i < dilations.Length; i++)
        {
            var total = padding == "SAME" ? (kernel.Shape[i] - 1) * dilations[i] : 0;
            var padded = RawOps.AddV2(Size(x, i), RawOps.Scalar(total));
            var rest = RawOps.FloorMod(RawOps.Neg(padded), RawOps.Scalar(dilations[i]));
            paddings.Add(RawOps.Pack([RawOps.Scalar(total / 2), RawOps.AddV2(rest, RawOps.Scalar(total - (total / 2)))]));
            crops.Add(RawOps.Pack([zero, rest]));
        }

        var block = RawOps.Constant(dilations);
        var blocks = RawOps.SpaceToBatchND(x, block, RawOps.Pack([.. paddings]));
        return RawOps.BatchToSpaceND(convolve(blocks, kernel, Ones(dilations), "VALID", Ones(dilations)), block, RawOps.Pack([.. crops]));
    }

    /// <summary>Steps together with dilation, or unequal steps of a depthwise convolution: computed with steps of 1, then every n-th is taken.</summary>
    private static Tensor Subsampled(Tensor x, Tensor kernel, string padding, int[] strides, int[] dilations, Convolve convolve)
    {
        if (padding == "SAME")
        {
            x = Padded(x, kernel, strides, dilations);
        }

        var y = dilations.Max() == 1
            ? convolve(x, kernel, Ones(strides), "VALID", dilations)
            : Blocked(x, kernel, "VALID", dilations, convolve);
        var zeros = new int[y.Rank];
        var all = (1 << y.Rank) - 1;
        return RawOps.StridedSlice(y, RawOps.Constant(zeros), RawOps.Constant(zeros), RawOps.Constant(SlidingWindow.Whole(strides)), new SliceMasks { Begin = all, End = all });
    }

    private static Tensor Padded(Tensor x, Tensor kernel, int[] strides, int[] dilations)
    {
        var zero = RawOps.Scalar(0);
        var rows = new List<Tensor> { RawOps.Pack([zero, zero]) };
        for (var i = 0; i < strides.Length; i++)
        {
            var (size, step) = (Size(x, i), RawOps.Scalar(strides[i]));
            var last = RawOps.FloorDiv(RawOps.Sub(size, RawOps.Scalar(1)), step);
            var reach = RawOps.AddV2(RawOps.Mul(last, step), RawOps.Scalar(((kernel.Shape[i] - 1) * dilations[i]) + 1));
            var total = RawOps.Maximum(RawOps.Sub(reach, size), zero);
            var before = RawOps.FloorDiv(total, RawOps.Scalar(2));
            rows.Add(RawOps.Pack([before, RawOps.Sub(total, before)]));
        }

        rows.Add(RawOps.Pack([zero, zero]));
        return RawOps.Pad(x, RawOps.Pack([.. rows]));
    }

    /// <summary>Size of a spatial axis: a constant where it is known.</summary>
    public static Tensor Size(Tensor x, int spatialAxis) => x.Shape[1 + spatialAxis] >= 0
        ? RawOps.Scalar(x.Shape[1 + spatialAxis])
        : RawOps.StridedSlice(RawOps.Shape(x), 1 + spatialAxis);

    private static void CheckRoom(Tensor x, Tensor kernel, SlidingWindow window)
    {
        for (var i = 0; i < window.Rank && window.Padding == "VALID"; i++)
        {
            var (size, reach) = (x.Shape[1 + i], ((kernel.Shape[i] - 1) * window.Dilations[i]) + 1);
            if (size >= 0 && size < reach)
            {
                throw new ArgumentException(
                    $"The convolution operation resulted in an empty output. Input shape (channels last): {x.Shape}, kernel.shape={kernel.Shape}. This can happen if the input is too small for the given kernel size, strides, dilation rate, and padding mode. Please check the input shape and convolution parameters.", nameof(x));
            }
        }
    }

    private static int[] Ones(int[] like) => [.. Enumerable.Repeat(1, like.Length)];
}
