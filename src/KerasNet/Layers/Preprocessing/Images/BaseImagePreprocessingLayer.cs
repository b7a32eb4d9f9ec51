using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Base of layers that change images, and with them labels, bounding boxes and segmentation masks.</summary>
/// <remarks>
/// Input: images of shape <c>(batch, height, width, channels)</c> or <c>(height, width, channels)</c>, or channels first; or tensors by name:
/// <c>images</c>, <c>labels</c>, <c>segmentation_masks</c>, <c>bounding_boxes/boxes</c>, <c>bounding_boxes/labels</c>. As in Keras these layers take part in every call that does not say
/// <c>training: false</c>: in Fit they do, in Evaluate and Predict they do not.
/// </remarks>
public abstract class BaseImagePreprocessingLayer : Layer
{
    private const string ImagesName = "images", BoxesName = "bounding_boxes/boxes", BoxLabelsName = "bounding_boxes/labels";

    private string? _boundingBoxFormat;

    private protected BaseImagePreprocessingLayer(string? dataFormat) =>
        DataFormat = Require.OneOf(dataFormat ?? Keras.Config.ImageDataFormat, ["channels_last", "channels_first"], nameof(dataFormat));

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string DataFormat { get; }

    /// <summary>How boxes are written: <c>xyxy</c>, <c>yxyx</c>, <c>xywh</c>, <c>center_xywh</c>, <c>center_yxhw</c>, <c>rel_xyxy</c>, <c>rel_yxyx</c>, <c>rel_xywh</c> or <c>rel_center_xywh</c>.</summary>
    public string? BoundingBoxFormat { get => _boundingBoxFormat; init => SetBoundingBoxFormat(value); }

    private protected override bool DefaultTraining => true;

    private protected bool ChannelsFirst => DataFormat == "channels_first";

    /// <summary>Draws what will be done to images.</summary>
    /// <remarks>Python: <c>get_random_transformation</c>.</remarks>
    /// <param name="images">The images, of which only the sizes count.</param>
    /// <param name="training">False: what is done at rest.</param>
    /// <param name="seed">Whose random numbers; null: the layer's own.</param>
    public ImageTransformation GetRandomTransformation(Tensor images, bool training = true, SeedGenerator? seed = null) =>
        Transformation(new ImageFacts(Ranked(images), ChannelsFirst), training, seed is null ? null : (RandomSeed)seed);

    /// <summary>Images after a transformation.</summary>
    public Tensor TransformImages(Tensor images, ImageTransformation transformation) => Batched(Ranked(images), images.Rank == 3, transformation.Images);

    /// <summary>Labels of a batch after a transformation.</summary>
    public Tensor TransformLabels(Tensor labels, ImageTransformation transformation) => labels.Rank > 0
        ? transformation.Labels(labels)
        : throw new ArgumentException($"Layer '{Name}' expects labels of a batch. Received: labels.shape={labels.Shape}");

    /// <summary>Segmentation masks after a transformation.</summary>
    public Tensor TransformSegmentationMasks(Tensor segmentationMasks, ImageTransformation transformation) =>
        Batched(Ranked(segmentationMasks), segmentationMasks.Rank == 3, transformation.Masks);

    /// <summary>Boxes of a batch after a transformation.</summary>
    public LabeledBoxes TransformBoundingBoxes(LabeledBoxes boundingBoxes, ImageTransformation transformation) =>
        BoundingBoxFormat is null ? throw NoFormat() : transformation.Boxes(boundingBoxes);

    /// <summary>What is done to these images.</summary>
    /// <param name="images">Their sizes.</param>
    /// <param name="training">Whether the layer takes part.</param>
    /// <param name="seed">Whose random numbers; null: the layer's own.</param>
    internal abstract ImageTransformation Transformation(ImageFacts images, bool training, RandomSeed? seed);

    internal virtual void SetBoundingBoxFormat(string? format) => _boundingBoxFormat = format is null ? null : Utils.BoundingBoxes.CheckFormat(format);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context)
    {
        var images = Ranked(inputs.Names is null ? inputs.Single() : inputs[ImagesName]);
        var transformation = Transformation(new ImageFacts(images, ChannelsFirst), context.Training, null);
        return inputs.Names is null ? Batched(images, images.Rank == 3, transformation.Images) : ByName(inputs, images, transformation);
    }

    private Tensors ByName(Tensors inputs, Tensor images, ImageTransformation transformation)
    {
        var single = images.Rank == 3;
        var outputs = inputs.Names!.ToDictionary(name => name, name => inputs[name], StringComparer.Ordinal);
        outputs[ImagesName] = Batched(images, single, transformation.Images);
        if (outputs.ContainsKey(BoxesName) || outputs.ContainsKey(BoxLabelsName))
        {
            var boxes = transformation.Boxes(Dense(outputs, single));
            (outputs[BoxesName], outputs[BoxLabelsName]) = single
                ? (RawOps.Squeeze(boxes.Boxes, 0), RawOps.Squeeze(boxes.Labels!, 0))
                : (boxes.Boxes, boxes.Labels!);
        }

        if (outputs.TryGetValue("labels", out var labels))
        {
            outputs["labels"] = Batched(labels, single, transformation.Labels);
        }

        if (outputs.TryGetValue("segmentation_masks", out var masks))
        {
            outputs["segmentation_masks"] = Batched(masks, single, transformation.Masks);
        }

        return new Tensors(outputs);
    }

    private LabeledBoxes Dense(Dictionary<string, Tensor> inputs, bool single)
    {
        if (BoundingBoxFormat is null)
        {
            throw NoFormat();
        }

        if (!inputs.TryGetValue(BoxesName, out var boxes) || !inputs.TryGetValue(BoxLabelsName, out var labels))
        {
            throw new ArgumentException($"Bounding boxes need both '{BoxesName}' and '{BoxLabelsName}'. Received: {string.Join(", ", inputs.Keys)}.");
        }

        var rank = single ? 2 : 3;
        if (boxes.Rank != rank || labels.Rank != rank - 1)
        {
            throw new ArgumentException(
                $"Expected '{BoxesName}' of rank {rank}, with shape {(single ? "(boxes, 4)" : "(batch, boxes, 4)")}, and '{BoxLabelsName}' of rank {rank - 1}. Received: shapes {boxes.Shape} and {labels.Shape}.");
        }

        boxes = Ops.Cast(boxes, DataType.Float32);
        return single ? new LabeledBoxes(RawOps.ExpandDims(boxes, 0), RawOps.ExpandDims(labels, 0)) : new LabeledBoxes(boxes, labels);
    }

    /// <summary>Images in the type in which the layer computes.</summary>
    private protected Tensor Compute(Tensor images) => Ops.Cast(images, DType.ComputeDType);

    /// <summary>Pixels of another range of values.</summary>
    private protected static Tensor Rescaled(Tensor images, NumberRange from, NumberRange to, DataType type) => from == to
        ? images
        : ((Ops.Cast(images, type) - from.Lower) / (from.Upper - from.Lower) * (to.Upper - to.Lower)) + to.Lower;

    /// <summary>A part of a batch of images.</summary>
    private protected Tensor Part(Tensor images, Tensor top, Tensor left, int height, int width) => ChannelsFirst
        ? RawOps.Slice(images, RawOps.Dims(0, 0, top, left), RawOps.Dims(RawOps.Dim(images, 0), RawOps.Dim(images, 1), height, width))
        : RawOps.Slice(images, RawOps.Dims(0, top, left, 0), RawOps.Dims(RawOps.Dim(images, 0), height, width, RawOps.Dim(images, 3)));

    private protected NotSupportedException Unsupported(string what) => new($"Layer '{Name}' ({ClassName}) does not transform {what}. Leave them out of its input.");

    private Tensor Ranked(Tensor images) => images.Rank is 3 or 4
        ? images
        : throw new ArgumentException($"Layer '{Name}' expected image tensor to have rank 3 (single image) or 4 (batch of images). Received: data.shape={images.Shape}");

    private ArgumentException NoFormat() => new(
        $"You passed an input with bounding boxes, but you didn't specify a bounding box format. Set BoundingBoxFormat of layer '{Name}' ({ClassName}), e.g. BoundingBoxFormat = \"xyxy\".");

    private static Tensor Batched(Tensor x, bool single, Func<Tensor, Tensor> call) => single ? RawOps.Squeeze(call(RawOps.ExpandDims(x, 0)), 0) : call(x);
}
