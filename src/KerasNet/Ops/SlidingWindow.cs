using KerasNet.Internal;

namespace KerasNet;

/// <summary>Settings of a convolution or pool, brought into one form; inputs are computed with their channels last, one spatial axis as two.</summary>
internal sealed class SlidingWindow
{
    private readonly bool _channelsFirst;
    private readonly bool _line;

    /// <summary>Reads the settings for an input; null for strides means the window's size.</summary>
    public SlidingWindow(Tensor inputs, TensorShape? strides, string padding, string? dataFormat, TensorShape? dilationRate = null)
    {
        SpatialRank = inputs.Rank - 2;
        if (SpatialRank is < 1 or > 3)
        {
            throw new ArgumentException($"Expected an input of rank 3, 4 or 5: batch, channels and one to three spatial axes. Received: shape={inputs.Shape}.", nameof(inputs));
        }

        Padding = Require.OneOf(padding.ToLowerInvariant(), ["valid", "same"], nameof(padding)).ToUpperInvariant();
        _channelsFirst = Require.OneOf(dataFormat ?? Keras.Config.ImageDataFormat, ["channels_last", "channels_first"], nameof(dataFormat)) == "channels_first";
        _line = SpatialRank == 1;
        Strides = Spatial(strides, nameof(strides));
        Dilations = Spatial(dilationRate, nameof(dilationRate));
    }

    /// <summary>Spatial axes of the user's input.</summary>
    public int SpatialRank { get; }

    /// <summary>Spatial axes of what is computed: two or three.</summary>
    public int Rank => _line ? 2 : SpatialRank;

    /// <summary><c>SAME</c> or <c>VALID</c>.</summary>
    public string Padding { get; }

    /// <summary>A step for each computed axis.</summary>
    public int[] Strides { get; }

    /// <summary>A dilation for each computed axis.</summary>
    public int[] Dilations { get; }

    /// <summary>Numbers for each spatial axis; one number stands for all, null for ones; a single axis becomes the second of two.</summary>
    public int[] Spatial(TensorShape? values, string name)
    {
        var given = values is null ? [1] : values.ToArray();
        var spread = given.Length == 1 && SpatialRank > 1 ? [.. Enumerable.Repeat(given[0], SpatialRank)] : given;
        if (spread.Length != SpatialRank || spread.Min() < 1)
        {
            throw new ArgumentException($"`{name}` must be one positive number, or {SpatialRank}: one for each spatial axis. Received: {name}=({string.Join(", ", given)}).", name);
        }

        return _line ? [1, spread[0]] : spread;
    }

    /// <summary>The numbers with 1 for batch and channels, as ops take them.</summary>
    public static int[] Whole(int[] spatial) => [1, .. spatial, 1];

    /// <summary>A filter with an axis for each computed spatial axis.</summary>
    public Tensor Filter(Tensor kernel) => kernel.Rank != SpatialRank + 2
        ? throw new ArgumentException($"The kernel must have rank {SpatialRank + 2}. Received: kernel.shape={kernel.Shape}.", nameof(kernel))
        : _line ? RawOps.ExpandDims(kernel, 0) : kernel;

    /// <summary>Computes on the input with channels last and two or three spatial axes, and brings the result back.</summary>
    public Tensor Around(Tensor inputs, Func<Tensor, Tensor> compute)
    {
        var rank = inputs.Rank;
        var x = _channelsFirst ? RawOps.Transpose(inputs, [0, .. Enumerable.Range(2, rank - 2), 1]) : inputs;
        x = compute(_line ? RawOps.ExpandDims(x, 1) : x);
        x = _line ? RawOps.Squeeze(x, 1) : x;
        return _channelsFirst ? RawOps.Transpose(x, [0, rank - 1, .. Enumerable.Range(1, rank - 2)]) : x;
    }
}
