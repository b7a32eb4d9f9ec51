using KerasNet.Internal;
using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

/// <summary>The derivatives of layers whose fixtures are not of <see cref="LayerFixture{T}"/>, which checks its own; and that no layer is without.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class LayerGradientTests(string backend) : BackendFixture(backend)
{
    /// <summary>Layers of words, whole numbers, boxes and counts, those that look values up by whole numbers (Equalization and what may draw it), and those whose function is a file's.</summary>
    private static readonly Type[] _without =
    [
        typeof(CategoryEncoding), typeof(Discretization), typeof(HashedCrossing), typeof(Hashing), typeof(IntegerLookup), typeof(StringLookup), typeof(TextVectorization), typeof(MaxNumBoundingBoxes),
        typeof(Equalization), typeof(ContrastLimitedAdaptiveHistogramEqualization), typeof(AugMix), typeof(FeatureSpace), typeof(InputLayer), typeof(TFSMLayer), typeof(TFDConcat), typeof(TFDIdentity),
    ];

    private static readonly TensorShape _images = (2, 6, 5, 3);

    private static readonly LayerGradient[] _others =
    [
        new(() => new Bidirectional(new LSTM(2, returnSequences: true)), (2, 3, 2)),
        new(() => new ConvLSTM1D(2, 2), (1, 3, 4, 2)),
        new(() => new ConvLSTM2D(2, 2, padding: "same"), (1, 2, 3, 3, 2)),
        new(() => new ConvLSTM3D(1, 2), new TensorShape(1, 2, 2, 3, 2, 1)),
        new(() => new GRU(2, returnSequences: true), (2, 3, 2)),
        new(() => new GRU(2, resetAfter: false, goBackwards: true), (2, 3, 2)),
        new(() => new LSTM(2, unroll: true), (2, 3, 2)),
        new(() => new SimpleRNN(2, dropout: 0.3, recurrentDropout: 0.3, seed: 3), (2, 3, 2)),
        new(() => new RNN(new StackedRNNCells([new LSTMCell(2), new GRUCell(3), new SimpleRNNCell(2)])), (2, 3, 2)),
        new(() => new TimeDistributed(new Dense(2)), (2, 3, 2)),
        new(() => new LSTMCell(2), (2, 3), (2, 2), (2, 2)),
        new(() => new GRUCell(2), (2, 3), (2, 2)),
        new(() => new SimpleRNNCell(2), (2, 3), (2, 2)),
        new(() => new StackedRNNCells([new GRUCell(2), new SimpleRNNCell(3)]), (2, 3), (2, 2), (2, 3)),
        new(() => new Highway(), (2, 3)),
        new(() => new Keras1BatchNormalization(1), (4, 3)),
        new(() => new Keras1BatchNormalization(2), (4, 3)),
        new(() => new Keras1CosineMerge(), (2, 3), (2, 3)),
        new LayerGradient(() => new Keras2BilinearUpSampling2D(2), (1, 3, 2, 2)).Narrow(),
        new(() => new Lambda(x => Ops.Square(x)), (2, 3)),
        new(() => new LocallyConnected1D(2, 2), (1, 4, 2)),
        new(() => new LocallyConnected2D(2, 2), (1, 3, 4, 2)),
        new(() => new MaxoutDense(2), (2, 3)),
        new(() => new Applications.CustomScaleLayer(0.3), (2, 3), (2, 3)),
        new(() => new Applications.LayerScale(0.3, 3), (2, 3)),
        new(() => new Applications.StochasticDepth(0.4), (4, 3)),
        new(() => new ParametricSoftplus(), (2, 3)),
        new(() => new SReLU(), (2, 3)),
        new(() => new ThresholdedReLU(0.1), (2, 3)),
        new(() => new Normalization(mean: 0.3, variance: 2), (2, 3)),
        new(() => new MelSpectrogram(fftLength: 8, sequenceStride: 4, samplingRate: 16, numMelBins: 3, minFreq: 1), (1, 24)),
        new(() => new STFTSpectrogram(mode: "magnitude", frameLength: 8, frameStep: 4), (1, 24, 1)),
        new(() => new AutoContrast(valueRange: (0, 1)), _images),
        new(() => new CenterCrop(3, 4), _images),
        new(() => new CutMix(seed: 2), _images),
        new(() => new MixUp(seed: 2), _images),
        new LayerGradient(() => new RandAugment(valueRange: (0, 1), seed: 2), _images).Narrow(),
        new(() => new RandomBrightness(0.2, valueRange: (0, 1), seed: 2), _images),
        new(() => new RandomColorDegeneration((0.2, 0.4), valueRange: (0, 1), seed: 2), _images),
        new(() => new RandomColorJitter(valueRange: (0, 1), brightnessFactor: 0.1, contrastFactor: 0.2, saturationFactor: (0.4, 0.6), hueFactor: 0.1, seed: 2), _images),
        new(() => new RandomContrast(0.2, valueRange: (0, 1), seed: 2), _images),
        new(() => new RandomCrop(3, 4, seed: 2), _images),
        new(() => new RandomElasticTransform(valueRange: (0, 1), seed: 2), _images),
        new(() => new RandomErasing(valueRange: (0, 1), seed: 2), _images),
        new(() => new RandomFlip(seed: 2), _images),
        new(() => new RandomGaussianBlur(valueRange: (0, 1), seed: 2), _images),
        new(() => new RandomGrayscale(seed: 2), _images),
        new(() => new RandomHue(0.1, valueRange: (0, 1), seed: 2), _images),
        new(() => new RandomInvert(valueRange: (0, 1), seed: 2), _images),
        new LayerGradient(() => new RandomPerspective(seed: 2), _images).Narrow(),
        new(() => new RandomPosterization(4, valueRange: (0, 1), seed: 2), _images),
        new LayerGradient(() => new RandomRotation(0.2, seed: 2), _images).Narrow(),
        new(() => new RandomSaturation((0.4, 0.6), valueRange: (0, 1), seed: 2), _images),
        new(() => new RandomSharpness((0.3, 0.6), valueRange: (0, 1), seed: 2), _images),
        new LayerGradient(() => new RandomShear(0.3, 0.2, seed: 2), _images).Narrow(),
        new LayerGradient(() => new RandomTranslation(0.3, 0.2, seed: 2), _images).Narrow(),
        new LayerGradient(() => new RandomZoom(0.3, seed: 2), _images).Narrow(),
        new LayerGradient(() => new Resizing(4, 7), _images).Narrow(),
        new LayerGradient(() => new Resizing(4, 4, interpolation: "bicubic", antialias: true, cropToAspectRatio: true), _images).Narrow(),
        new(() => new Solarization(additionFactor: 0.1, thresholdFactor: 0.1, valueRange: (0, 1), seed: 2), _images),
    ];

    public static IEnumerable<TestCaseData> Cases => _others.GroupBy(c => c.Make().GetType()).SelectMany(g => g.Select((c, i) => new TestCaseData(c).SetArgDisplayNames($"{g.Key.Name} {i}")));

    [TestCaseSource(nameof(Cases))]
    public void AgreesWithCentralDifferences(object check) => ((LayerGradient)check).Check();

    [Test]
    public void NoLayerIsWithout()
    {
        var fixtures = typeof(LayerGradientTests).Assembly.GetTypes().Where(t => !t.IsAbstract).Select(t => t.BaseType).OfType<Type>()
            .Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(LayerFixture<>)).Select(t => t.GetGenericArguments()[0]);
        var missing = typeof(Layer).Assembly.GetExportedTypes()
            .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(Layer)) && !t.IsAssignableTo(typeof(Model)) && !t.IsDefined(typeof(OtherNameAttribute), inherit: false))
            .Except(fixtures).Except(_without).Except(_others.Select(c => c.Make().GetType()));
        Assert.That(missing.Select(t => t.Name), Is.Empty, "layers whose derivatives nothing compares with differences");
    }
}
