namespace KerasNet;

/// <summary>Sliding blocks of images <c>(batch, channels, height, width)</c>, and their sum back into images.</summary>
internal sealed class Patches(TensorShape kernelSize, TensorShape? dilation, TensorShape? padding, TensorShape? stride)
{
    private readonly (int H, int W) _kernel = Pair(kernelSize, 1, nameof(kernelSize));
    private readonly (int H, int W) _dilation = Pair(dilation, 1, nameof(dilation));
    private readonly (int H, int W) _padding = Pair(padding ?? 0, 0, nameof(padding));
    private readonly (int H, int W) _stride = Pair(stride, 1, nameof(stride));

    public Tensor Unfold(Tensor x)
    {
        if (x.Rank != 4 || !x.Shape[1..].IsFullyDefined)
        {
            throw new ArgumentException($"Expected images (batch, channels, height, width) of known size. Received: shape={x.Shape}.", nameof(x));
        }

        x = RawOps.Pad(x, Margins());
        var (h, w) = (Count(x.Shape[2], _kernel.H, _dilation.H, _stride.H), Count(x.Shape[3], _kernel.W, _dilation.W, _stride.W));
        var blocks = RawOps.Pack([.. Offsets().Select(o => Taken(x, o, h, w))], 2);
        return RawOps.Reshape(blocks, new TensorShape(-1, x.Shape[1] * _kernel.H * _kernel.W, h * w));
    }

    public Tensor Fold(Tensor x, TensorShape outputSize)
    {
        var (height, width) = Pair(outputSize, 1, nameof(outputSize));
        var (area, full) = (_kernel.H * _kernel.W, (H: height + (2 * _padding.H), W: width + (2 * _padding.W)));
        var (h, w) = (Count(full.H, _kernel.H, _dilation.H, _stride.H), Count(full.W, _kernel.W, _dilation.W, _stride.W));
        if (x.Rank != 3 || x.Shape[1] < 0 || x.Shape[1] % area != 0 || (x.Shape[2] >= 0 && x.Shape[2] != h * w))
        {
            throw new ArgumentException($"Expected blocks (batch, channels · {area}, {h * w}). Received: shape={x.Shape}.", nameof(x));
        }

        var channels = x.Shape[1] / area;
        var blocks = RawOps.Reshape(x, new TensorShape(-1, channels, area, h, w));
        var known = new TensorShape(x.Shape[0], channels, full.H, full.W);
        var batch = x.Shape[0] >= 0 ? RawOps.Constant(x.Shape[0]) : RawOps.Slice(RawOps.Shape(x), RawOps.Constant(0), RawOps.Constant(1));
        var shape = RawOps.ConcatV2([batch, RawOps.Constant(channels, full.H, full.W)], 0);
        Tensor? sum = null;
        foreach (var (offset, i) in Offsets().Select((o, i) => (o, i)))
        {
            var part = RawOps.Squeeze(RawOps.Slice(blocks, RawOps.Constant(0, 0, i, 0, 0), RawOps.Constant(-1, -1, 1, -1, -1)), 2);
            var (begin, end, step) = Range(offset, h, w);
            var placed = RawOps.StridedSliceGrad(shape, begin, end, step, part, Whole, known);
            sum = sum is null ? placed : RawOps.AddV2(sum, placed);
        }

        return RawOps.Slice(sum!, RawOps.Constant(0, 0, _padding.H, _padding.W), RawOps.Constant(-1, -1, height, width));
    }

    private static SliceMasks Whole => new() { Begin = 0b0011, End = 0b0011 };

    private IEnumerable<(int H, int W)> Offsets() =>
        from i in Enumerable.Range(0, _kernel.H) from j in Enumerable.Range(0, _kernel.W) select (i * _dilation.H, j * _dilation.W);

    private Tensor Taken(Tensor x, (int H, int W) offset, int h, int w)
    {
        var (begin, end, step) = Range(offset, h, w);
        return RawOps.StridedSlice(x, begin, end, step, Whole);
    }

    private (Tensor Begin, Tensor End, Tensor Step) Range((int H, int W) offset, int h, int w) => (
        RawOps.Constant(0, 0, offset.H, offset.W),
        RawOps.Constant(0, 0, offset.H + ((h - 1) * _stride.H) + 1, offset.W + ((w - 1) * _stride.W) + 1),
        RawOps.Constant(1, 1, _stride.H, _stride.W));

    private Tensor Margins() => Tensor.Create<int>([0, 0, 0, 0, _padding.H, _padding.H, _padding.W, _padding.W], (4, 2));

    private static int Count(int size, int kernel, int dilation, int stride) => ((size - (dilation * (kernel - 1)) - 1) / stride) + 1;

    private static (int H, int W) Pair(TensorShape? values, int least, string name) => values is null ? (1, 1)
        : values.Rank is 1 or 2 && values.Dims.ToArray().Min() >= least ? (values[0], values[values.Rank - 1])
        : throw new ArgumentException($"`{name}` must be one number or a pair, at least {least}. Received: {values}.", name);
}
