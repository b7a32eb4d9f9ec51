namespace KerasNet;

/// <summary>Pools to a given output size: output i joins the elements from ⌊i·n/size⌋ up to ⌈(i+1)·n/size⌉.</summary>
internal static class AdaptivePools
{
    public static Tensor Compute(Tensor inputs, TensorShape outputSize, string? dataFormat, Func<Tensor, Tensor, Tensor> join)
    {
        var window = new SlidingWindow(inputs, null, "valid", dataFormat);
        var sizes = window.Spatial(outputSize, nameof(outputSize));
        return window.Around(inputs, x =>
        {
            for (var i = 0; i < sizes.Length; i++)
            {
                x = Along(x, 1 + i, sizes[i], join);
            }

            return x;
        });
    }

    private static Tensor Along(Tensor x, int axis, int size, Func<Tensor, Tensor, Tensor> join)
    {
        var length = x.Shape[axis];
        if (length < 0)
        {
            throw new ArgumentException($"Input spatial dimensions must be statically known for adaptive pooling. Received: shape={x.Shape}.", nameof(x));
        }

        if (length % size == 0)
        {
            // Equal windows are an axis of their own.
            var split = x.Shape.With(axis, size).Insert(axis + 1, length / size);
            var windows = split.Dims.Count(-1) <= 1 ? RawOps.Reshape(x, split) : RawOps.Reshape(x, Sizes(x, axis, size, length / size), split);
            return join(windows, RawOps.Constant(axis + 1)) is var y && y.Rank > x.Rank ? RawOps.Squeeze(y, axis + 1) : y;
        }

        var parts = new Tensor[size];
        for (var i = 0; i < size; i++)
        {
            var (start, end) = (i * length / size, (((i + 1) * length) + size - 1) / size);
            var (begin, extent) = (new int[x.Rank], Enumerable.Repeat(-1, x.Rank).ToArray());
            (begin[axis], extent[axis]) = (start, end - start);
            parts[i] = join(RawOps.Slice(x, RawOps.Constant(begin), RawOps.Constant(extent)), RawOps.Constant(axis));
        }

        return RawOps.ConcatV2(parts, axis);
    }

    private static Tensor Sizes(Tensor x, int axis, int size, int window)
    {
        var shape = RawOps.Shape(x);
        return RawOps.ConcatV2(
            [RawOps.Slice(shape, RawOps.Constant(0), RawOps.Constant(axis)), RawOps.Constant(size, window), RawOps.Slice(shape, RawOps.Constant(axis + 1), RawOps.Constant(-1))], 0);
    }
}
