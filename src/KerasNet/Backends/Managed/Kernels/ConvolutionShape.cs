namespace KerasNet.Backends.Managed;

/// <summary>
/// Everything that fixes a convolution: input <c>(batch, …spatial, channels)</c>, filter <c>(…spatial, channels/groups, outChannels)</c>,
/// output <c>(batch, …spatial, outChannels)</c>, with one to three spatial axes.
/// </summary>
internal readonly record struct ConvolutionShape(
    int Batch, Size3 Input, int InChannels, Size3 Kernel, Size3 Output, int OutChannels, Size3 Stride, Size3 Dilation, Size3 Before, int Groups)
{
    public int GroupIn => InChannels / Groups;

    public int GroupOut => OutChannels / Groups;

    /// <summary>True where every output position sees exactly its own input position.</summary>
    public bool IsPointwise => Kernel == Size3.One && Stride == Size3.One && Before == new Size3(0, 0, 0) && Input == Output && Groups == 1;

    /// <summary>From shapes and per-axis settings; the lists of strides, dilations and padding have one number for each spatial axis.</summary>
    public static ConvolutionShape Create(
        ReadOnlySpan<int> input, ReadOnlySpan<int> filter, ReadOnlySpan<int> output, ReadOnlySpan<int> strides, ReadOnlySpan<int> dilations, ReadOnlySpan<int> before) => new(
            input[0], Size3.From(input[1..^1]), input[^1], Size3.From(filter[..^2]), Size3.From(output[1..^1]), filter[^1],
            Size3.From(strides), Size3.From(dilations), Size3.From(before, 0), Math.Max(1, input[^1] / Math.Max(1, filter[^2])));
}
