using KerasNet.Internal;

namespace KerasNet.Metrics;

/// <summary>Area under the curve of a binary classifier, approximated at a number of thresholds.</summary>
/// <remarks>Python: <c>keras.metrics.AUC</c>. Source of the PR interpolation: Davis and Goadrich, 2006.</remarks>
public sealed class AUC : Metric
{
    private readonly double[] _thresholds;
    private ConfusionMatrix? _matrix;

    /// <summary>Makes the metric.</summary>
    /// <param name="numThresholds">Number of thresholds, more than 1.</param>
    /// <param name="curve"><c>ROC</c>, <c>PR</c> or <c>PRGAIN</c>.</param>
    /// <param name="summationMethod"><c>interpolation</c>, <c>minoring</c> or <c>majoring</c>.</param>
    /// <param name="name">Name in logs; null: made from the class name.</param>
    /// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
    /// <param name="thresholds">Thresholds of your own between 0 and 1; null: evenly spread.</param>
    /// <param name="multiLabel">Whether each label has a curve of its own and their areas are averaged.</param>
    /// <param name="numLabels">Number of labels; null: known from the first batch.</param>
    /// <param name="labelWeights">Weight of each label; null: all the same.</param>
    /// <param name="fromLogits">Whether predictions are logits instead of probabilities.</param>
    public AUC(int numThresholds = 200, string curve = "ROC", string summationMethod = "interpolation", string? name = null, DataType? dtype = null, Thresholds? thresholds = null,
        bool multiLabel = false, int? numLabels = null, double[]? labelWeights = null, bool fromLogits = false)
        : base(name, dtype)
    {
        NumThresholds = thresholds is null ? Require.InRange(numThresholds, 2, int.MaxValue) : thresholds.Count() + 2;
        Curve = Require.OneOf(curve.ToUpperInvariant(), ["ROC", "PR", "PRGAIN"], nameof(curve));
        SummationMethod = Require.OneOf(summationMethod.ToLowerInvariant(), ["interpolation", "minoring", "majoring"], nameof(summationMethod));
        (Thresholds, MultiLabel, NumLabels, LabelWeights, FromLogits) = (thresholds, multiLabel, numLabels, labelWeights, fromLogits);
        if (numLabels is not null && !multiLabel)
        {
            throw new ArgumentException($"numLabels is needed only when multiLabel is true. Received: numLabels={numLabels}.", nameof(numLabels));
        }

        var inner = thresholds?.Order() ?? Enumerable.Range(1, NumThresholds - 2).Select(i => (double)i / (NumThresholds - 1));
        _thresholds = [-Keras.Config.Epsilon, .. inner, 1.0 + Keras.Config.Epsilon];
        if (!multiLabel || numLabels is not null)
        {
            Build(numLabels);
        }
    }

    /// <summary>Number of thresholds.</summary>
    public int NumThresholds { get; }

    /// <summary>Kind of curve.</summary>
    public string Curve { get; }

    /// <summary>How the area between two thresholds is taken.</summary>
    public string SummationMethod { get; }

    /// <summary>Thresholds of the user's own.</summary>
    public Thresholds? Thresholds { get; }

    /// <summary>Whether each label has a curve of its own.</summary>
    public bool MultiLabel { get; }

    /// <summary>Number of labels.</summary>
    public int? NumLabels { get; }

    /// <summary>Weight of each label.</summary>
    public double[]? LabelWeights { get; }

    /// <summary>Whether predictions are logits.</summary>
    public bool FromLogits { get; }

    internal override bool? HigherIsBetter => true;

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        var matrix = _matrix ?? Build(yPred.Shape[^1]);
        matrix.Update(yTrue, FromLogits ? Ops.Sigmoid(yPred) : yPred, sampleWeight, multiLabel: MultiLabel, labelWeights: MultiLabel || LabelWeights is null ? null : Tensor.From(LabelWeights));
    }

    /// <inheritdoc/>
    public override Tensor Result()
    {
        if (_matrix is not { } m)
        {
            return RawOps.Scalar(0, DType);
        }

        var curve = new AreaUnderCurve(m.TruePositives!.Value, m.FalsePositives!.Value, m.TrueNegatives!.Value, m.FalseNegatives!.Value, NumThresholds);
        var areas = Curve == "PR" && SummationMethod == "interpolation" ? curve.InterpolatedPrecisionRecall() : curve.Of(Curve, SummationMethod);
        var byLabel = Ops.Sum(areas, axis: 0);
        if (!MultiLabel)
        {
            return byLabel;
        }

        return LabelWeights is { } weights ? Ops.Sum(byLabel * Ops.Cast(Tensor.From(weights), byLabel.DType)) / weights.Sum() : Ops.Mean(byLabel);
    }

    private ConfusionMatrix Build(int? labels)
    {
        TensorShape shape = MultiLabel ? [NumThresholds, labels] : NumThresholds;
        return _matrix = new ConfusionMatrix(_thresholds)
        {
            TruePositives = AddVariable(shape, name: "true_positives"),
            FalsePositives = AddVariable(shape, name: "false_positives"),
            TrueNegatives = AddVariable(shape, name: "true_negatives"),
            FalseNegatives = AddVariable(shape, name: "false_negatives"),
        };
    }
}
