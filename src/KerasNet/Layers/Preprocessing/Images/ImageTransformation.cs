namespace KerasNet.Layers;

/// <summary>What an image layer does this time, drawn once: the same for images, masks, boxes and labels.</summary>
/// <remarks>Python: the dictionary that <c>get_random_transformation</c> gives.</remarks>
public sealed class ImageTransformation
{
    internal static readonly ImageTransformation None = new();

    internal ImageTransformation()
    {
    }

    /// <summary>Batches of images.</summary>
    internal Func<Tensor, Tensor> Images { get; init; } = static x => x;

    /// <summary>Batches of segmentation masks.</summary>
    internal Func<Tensor, Tensor> Masks { get; init; } = static x => x;

    /// <summary>Batches of labels.</summary>
    internal Func<Tensor, Tensor> Labels { get; init; } = static x => x;

    /// <summary>Batches of boxes.</summary>
    internal Func<LabeledBoxes, LabeledBoxes> Boxes { get; init; } = static x => x;
}
