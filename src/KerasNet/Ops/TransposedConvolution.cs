namespace KerasNet;

/// <summary>The transposed convolution: the gradient of a convolution by its input, with the output's size worked out as Keras does.</summary>
internal static class TransposedConvolution
{
    /// <summary>Channels last; the kernel is <c>(…spatial, filters, channels)</c>.</summary>
    public static Tensor Compute(Tensor x, Tensor kernel, SlidingWindow window, int[]? outputPadding)
    {
        if (x.Shape[^1] >= 0 && kernel.Shape[^1] >= 0 && x.Shape[^1] != kernel.Shape[^1])
        {
            throw new ArgumentException($"The number of input channels must match the kernel's last axis. Received input channels {x.Shape[^1]} and kernel.shape={kernel.Shape}.", nameof(kernel));
        }

        var sizes = new List<Tensor> { x.Shape[0] >= 0 ? RawOps.Scalar(x.Shape[0]) : RawOps.StridedSlice(RawOps.Shape(x), 0) };
        var known = new List<int> { x.Shape[0] };
        for (var i = 0; i < window.Rank; i++)
        {
            var (steps, rest) = Growth(kernel.Shape[i], i, window, outputPadding);
            sizes.Add(RawOps.AddV2(RawOps.Mul(Convolutions.Size(x, i), RawOps.Scalar(steps)), RawOps.Scalar(rest)));
            known.Add(x.Shape[1 + i] < 0 ? -1 : (x.Shape[1 + i] * steps) + rest);
        }

        sizes.Add(RawOps.Scalar(kernel.Shape[^2]));
        known.Add(kernel.Shape[^2]);
        var dilations = window.Dilations;
        if (Keras.Backend.Name != "managed" && dilations.Max() > 1)
        {
            kernel = Spread(kernel, dilations);
            dilations = [.. Enumerable.Repeat(1, dilations.Length)];
        }

        var (shape, strides) = (RawOps.Pack([.. sizes]), SlidingWindow.Whole(window.Strides));
        return window.Rank == 3
            ? RawOps.Conv3DBackpropInputV2(shape, kernel, x, strides, window.Padding, SlidingWindow.Whole(dilations), known: new TensorShape([.. known]))
            : RawOps.Conv2DBackpropInput(shape, kernel, x, strides, window.Padding, SlidingWindow.Whole(dilations), known: new TensorShape([.. known]));
    }

    /// <summary>The output's size is the input's times the first number, plus the second.</summary>
    private static (int Steps, int More) Growth(int kernel, int axis, SlidingWindow window, int[]? outputPadding)
    {
        var (stride, reach) = (window.Strides[axis], ((kernel - 1) * window.Dilations[axis]) + 1);
        var extra = outputPadding?[axis];
        if (extra >= stride && stride > 1)
        {
            throw new ArgumentException($"`output_padding` must be smaller than the strides. Received: output_padding={extra}, strides={stride}.", nameof(outputPadding));
        }

        return window.Padding == "VALID" ? (stride, reach - stride + (extra ?? Math.Max(reach, stride) - reach))
            : extra is { } given ? (stride, (reach % 2) + given - stride)
            : (stride, 0);
    }

    /// <summary>A kernel with zeros between its elements: it does without dilation what the first one does with it.</summary>
    private static Tensor Spread(Tensor kernel, int[] dilations)
    {
        for (var axis = 0; axis < dilations.Length; axis++)
        {
            var (size, step) = (kernel.Shape[axis], dilations[axis]);
            if (step == 1 || size == 1)
            {
                continue;
            }

            var paddings = new int[2 * (kernel.Rank + 1)];
            paddings[(2 * (axis + 1)) + 1] = step - 1;
            var gaps = RawOps.Pad(RawOps.ExpandDims(kernel, axis + 1), Tensor.Create<int>(paddings, (kernel.Rank + 1, 2)));
            var wide = RawOps.Reshape(gaps, kernel.Shape.With(axis, size * step));
            kernel = RawOps.Slice(wide, RawOps.Constant(new int[kernel.Rank]), RawOps.Constant(kernel.Shape.With(axis, ((size - 1) * step) + 1).Dims));
        }

        return kernel;
    }
}
