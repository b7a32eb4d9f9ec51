namespace KerasNet.Layers;

/// <summary>What a transformation needs to know of the images it is drawn for: sizes are numbers in the graph, constants where they are known.</summary>
internal sealed class ImageFacts(Tensor images, bool channelsFirst)
{
    public bool ChannelsFirst { get; } = channelsFirst;

    /// <summary>True for one image without a batch axis.</summary>
    public bool IsSingle { get; } = images.Rank == 3;

    /// <summary>Number of images; 1 for one.</summary>
    public Tensor Batch { get; } = images.Rank == 3 ? RawOps.Scalar(1) : RawOps.Dim(images, 0);

    public Tensor Height { get; } = RawOps.Dim(images, images.Rank + (channelsFirst ? -2 : -3));

    public Tensor Width { get; } = RawOps.Dim(images, images.Rank + (channelsFirst ? -1 : -2));

    /// <summary>All sizes, without a batch axis where the image has none.</summary>
    public Tensor[] Dims { get; } = RawOps.DimsOf(images);

    /// <summary>Height and width where they are known; -1 otherwise.</summary>
    public (int Height, int Width) Known { get; } = (images.Shape[images.Rank + (channelsFirst ? -2 : -3)], images.Shape[images.Rank + (channelsFirst ? -1 : -2)]);

    /// <summary>One number for each image, on axes that broadcast over images.</summary>
    public Tensor[] Each => [Batch, 1, 1, 1];
}
