namespace KerasNet.Layers;

/// <summary>Spreads the values of images tile by tile, with a limit on how much contrast a tile gains.</summary>
/// <remarks>Python: <c>keras.layers.ContrastLimitedAdaptiveHistogramEqualization</c>. The shape stays. It does so in training and at rest.</remarks>
/// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
/// <param name="clipLimit">How many times the mean count a value may have in a tile; 0 or less: no limit.</param>
/// <param name="tileGridSize">Numbers of tiles over the height and the width; null: (8, 8).</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">An argument does not fit.</exception>
public sealed class ContrastLimitedAdaptiveHistogramEqualization(NumberRange? valueRange = null, double clipLimit = 4.0, SpatialSizes? tileGridSize = null, string? dataFormat = null)
    : BaseImagePreprocessingLayer(dataFormat)
{
    private const int Values = 256;

    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; } = NumberRange.OfValues(valueRange);

    /// <summary>How many times the mean count a value may have in a tile.</summary>
    public double ClipLimit { get; } = clipLimit;

    /// <summary>Numbers of tiles over the height and the width.</summary>
    public SpatialSizes TileGridSize { get; } = (tileGridSize ?? 8).For(2, nameof(tileGridSize));

    internal override ImageTransformation Transformation(ImageFacts images, bool training, RandomSeed? seed) => new() { Images = Equalized };

    private Tensor Equalized(Tensor images) => ImageLayout.Around(images, DataFormat, given =>
    {
        var x = Rescaled(given, ValueRange, (0, 255), DataType.Float32);
        var (height, width) = (RawOps.Dim(x, 1), RawOps.Dim(x, 2));
        var (rows, columns) = (TileGridSize[0], TileGridSize[1]);
        var (tileHeight, tileWidth) = (TileSize(height, rows), TileSize(width, columns));
        x = RawOps.MirrorPad(x, Margins((tileHeight * rows) - height, (tileWidth * columns) - width), "SYMMETRIC");
        var values = Ops.Cast(Ops.Clip(x, 0, Values - 1), DataType.Int32);
        var tables = Tables(values, tileHeight, tileWidth);
        var mixed = Mixed(values, tables, tileHeight, tileWidth);
        mixed = RawOps.Slice(mixed, RawOps.Constant(0, 0, 0, 0), RawOps.Dims(-1, height, width, -1));
        mixed = RawOps.Reshape(mixed, RawOps.Dims(RawOps.DimsOf(given)), given.Shape);
        return Ops.Cast(Rescaled(mixed, (0, 255), ValueRange, DataType.Float32), given.DType);
    });

    private static Tensor TileSize(Tensor length, int tiles) => RawOps.FloorDiv(length + (tiles - 1), RawOps.Scalar(tiles));

    private static Tensor Margins(Tensor below, Tensor right) => RawOps.Reshape(RawOps.Dims(0, 0, 0, below, 0, right, 0, 0), new TensorShape(4, 2));

    /// <summary>For each image, tile and channel what each value becomes: <c>(batch, rows, columns, channels, 256)</c>.</summary>
    private Tensor Tables(Tensor values, Tensor tileHeight, Tensor tileWidth)
    {
        var (batch, channels) = (RawOps.Dim(values, 0), RawOps.Dim(values, 3));
        var (rows, columns) = (TileGridSize[0], TileGridSize[1]);
        var row = RawOps.FloorDiv(Along(RawOps.Dim(values, 1), 1), tileHeight);
        var column = RawOps.FloorDiv(Along(RawOps.Dim(values, 2), 2), tileWidth);
        var place = ((((((Along(batch, 0) * rows) + row) * columns) + column) * channels) + Along(channels, 3)) * Values;
        var flat = RawOps.Reshape(place + values, RawOps.Constant(-1));
        var counts = RawOps.UnsortedSegmentSum(Ops.OnesLike(Ops.Cast(flat, DataType.Float32)), flat, batch * channels * (rows * columns * Values));
        counts = RawOps.Reshape(counts, RawOps.Dims(batch, rows, columns, channels, Values));
        var area = Ops.Cast(tileHeight * tileWidth, DataType.Float32);
        if (ClipLimit > 0)
        {
            var clipped = Ops.Minimum(counts, area * ClipLimit / (double)Values);
            counts = clipped + (Ops.Sum(counts - clipped, -1, true) / (double)Values);
        }

        var sums = Ops.CumSum(counts, -1);
        var least = Ops.Min(sums, -1, true);
        var range = area - least;
        range = Ops.Where(Ops.Equal(range, 0), Ops.OnesLike(range), range);
        return Ops.Clip((sums - least) * 255.0 / range, 0, 255);
    }

    /// <summary>Each value through the tables of the four tiles whose middles are nearest, mixed by distance.</summary>
    private Tensor Mixed(Tensor values, Tensor tables, Tensor tileHeight, Tensor tileWidth)
    {
        var (top, bottom, down) = Neighbours(RawOps.Dim(values, 1), tileHeight, TileGridSize[0], 1);
        var (left, right, across) = Neighbours(RawOps.Dim(values, 2), tileWidth, TileGridSize[1], 2);
        var channels = RawOps.Dim(values, 3);
        var flat = RawOps.Reshape(tables, RawOps.Constant(-1));
        Tensor At(Tensor row, Tensor column)
        {
            var tile = (((Along(RawOps.Dim(values, 0), 0) * TileGridSize[0]) + row) * TileGridSize[1]) + column;
            return RawOps.GatherV2(flat, (((tile * channels) + Along(channels, 3)) * Values) + values);
        }

        var above = (At(top, left) * (1.0 - across)) + (At(top, right) * across);
        var below = (At(bottom, left) * (1.0 - across)) + (At(bottom, right) * across);
        return (above * (1.0 - down)) + (below * down);
    }

    /// <summary>The tiles before and after each pixel, and how far it is on its way from one to the other. The outermost tiles reach to the edges.</summary>
    private static (Tensor Before, Tensor After, Tensor Way) Neighbours(Tensor length, Tensor tile, int tiles, int axis)
    {
        var size = Ops.Cast(tile, DataType.Float32);
        var at = (Ops.Cast(Along(length, axis), DataType.Float32) - (size / 2.0)) / size;
        var before = Ops.Floor(at);
        Tensor Inside(Tensor x) => Ops.Cast(Ops.Clip(x, 0, tiles - 1), DataType.Int32);
        return (Inside(before), Inside(before + 1.0), at - before);
    }

    /// <summary>0, 1, 2, … along an axis of four.</summary>
    private static Tensor Along(Tensor length, int axis)
    {
        int[] shape = [1, 1, 1, 1];
        shape[axis] = -1;
        return RawOps.Reshape(RawOps.Range(length), RawOps.Constant(shape));
    }
}
