using KerasNet.Layers;

namespace KerasNet.Tests;

/// <summary>Wrong arguments of image and audio layers, with Keras's meaning.</summary>
public sealed class ImagesArgumentTests
{
    private static readonly (Func<Layer> Make, string Message)[] s_cases =
    [
        (() => new RandomBrightness(1.5), "range [-1, 1]"), (() => new RandomBrightness((1.5, 2.0)), "range [-1, 1]"), (() => new RandomBrightness(new[] { 0.1, 0.2, 0.3 }), "list of two numbers"),
        (() => new RandomBrightness(0.5, new[] { 1.0, 2, 3 }), "`value_range`"), (() => new RandomContrast(-0.1), "range [0, 1]"), (() => new RandomContrast(1.1), "range [0, 1]"),
        (() => new RandomGrayscale(1.2), "between 0 and 1"), (() => new RandomPosterization(0), "range [1, 8]"), (() => new RandomPosterization(9), "range [1, 8]"),
        (() => new RandomGaussianBlur(kernelSize: 4), "odd number"), (() => new RandomGaussianBlur(sigma: 2), "`sigma`"), (() => new RandomErasing(scale: 1.5), "`scale`"),
        (() => new RandomErasing(fillValue: (1, 2)), "list of three numbers"), (() => new RandomTranslation(1.2, 0), "[-1.0, 1.0]"), (() => new RandomTranslation(0, (-1.2, 0)), "[-1.0, 1.0]"),
        (() => new RandomZoom(-1), "(-1.0, 1.0]"), (() => new RandomShear(1.5), "[0, 1.0]"), (() => new RandomShear((-0.2, 0.5)), "[0, 1.0]"), (() => new Solarization(1.5), "[0, 1]"),
        (() => new RandomRotation(0.1, "mirror"), "fillMode"), (() => new RandomRotation(0.1, interpolation: "cubic"), "interpolation"), (() => new RandomFlip("diagonal"), "mode"),
        (() => new Resizing(3, 3, "linear"), "interpolation"), (() => new CenterCrop(0, 3), "positive"), (() => new RandomCrop(3, -1), "positive"), (() => new Equalization(bins: 0), "positive"),
        (() => new MaxNumBoundingBoxes(0), "positive"), (() => new RandomFlip(dataFormat: "channels_middle"), "dataFormat"), (() => new RandomFlip { BoundingBoxFormat = "xyz" }, "Supported formats"),
        (() => new STFTSpectrogram(frameLength: 4, frameStep: 5), "`frame_step`"), (() => new STFTSpectrogram(frameLength: 4, fftLength: 2), "`fft_length`"), (() => new STFTSpectrogram("power"), "mode"),
    ];

    [TestCaseSource(nameof(s_cases))]
    public void AreRefused((Func<Layer> Make, string Message) given) => Assert.That(given.Make, Throws.InstanceOf<ArgumentException>().With.Message.Contains(given.Message));

    [Test]
    public void BoxesNeedAFormat()
    {
        var inputs = new Tensors(new Dictionary<string, Tensor>
        {
            ["images"] = Ops.Zeros((1, 4, 4, 3)), ["bounding_boxes/boxes"] = Ops.Zeros((1, 2, 4)), ["bounding_boxes/labels"] = Ops.Zeros((1, 2), DataType.Int32),
        });
        Assert.That(() => new RandomFlip().Apply(inputs), Throws.ArgumentException.With.Message.Contains("bounding box format"));
        Assert.That(() => new CutMix { BoundingBoxFormat = "xyxy" }.Apply(inputs), Throws.InstanceOf<NotSupportedException>());
    }

    [Test]
    public void ImagesHaveThreeOrFourAxes() => Assert.That(() => new RandomFlip().Apply(Ops.Zeros((4, 4))), Throws.ArgumentException.With.Message.Contains("rank 3 (single image) or 4"));
}
