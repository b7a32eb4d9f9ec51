namespace KerasNet.Metrics;

/// <summary>Share of the samples that are 1 and predicted to be among others: what Precision and Recall have in common.</summary>
public abstract class ConfusionShare : Metric
{
    private const double NoThreshold = -1e10;
    private readonly ConfusionMatrix _matrix;

    /// <summary>Makes the counts.</summary>
    /// <param name="thresholds">Above it a prediction means 1.</param>
    /// <param name="topK">Number of best classes of each sample that count as predicted.</param>
    /// <param name="classId">The class that counts.</param>
    /// <param name="name">Name in logs.</param>
    /// <param name="dtype">Type of computation.</param>
    /// <param name="ofPredicted">Whether the share is that of the samples predicted to be 1, else of those that are 1.</param>
    private protected ConfusionShare(Thresholds? thresholds, int? topK, int? classId, string? name, DataType? dtype, bool ofPredicted)
        : base(name, dtype)
    {
        (Thresholds, TopK, ClassId) = (thresholds, topK, classId);
        double[] values = thresholds is null ? [topK is null ? 0.5 : NoThreshold] : [.. thresholds];
        _matrix = new ConfusionMatrix(values)
        {
            TruePositives = AddVariable(values.Length, name: "true_positives"),
            FalsePositives = ofPredicted ? AddVariable(values.Length, name: "false_positives") : null,
            FalseNegatives = ofPredicted ? null : AddVariable(values.Length, name: "false_negatives"),
        };
    }

    /// <summary>Above it a prediction means 1.</summary>
    public Thresholds? Thresholds { get; }

    /// <summary>Number of best classes of each sample that count as predicted.</summary>
    public int? TopK { get; }

    /// <summary>The class that counts.</summary>
    public int? ClassId { get; }

    internal override bool? HigherIsBetter => true;

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null) => _matrix.Update(yTrue, yPred, sampleWeight, TopK, ClassId);

    /// <inheritdoc/>
    public override Tensor Result()
    {
        var right = _matrix.TruePositives!.Value;
        var share = Ops.DivideNoNan(right, right + (_matrix.FalsePositives ?? _matrix.FalseNegatives)!.Value);
        return _matrix.Count == 1 ? RawOps.Reshape(share, TensorShape.Scalar) : share;
    }
}
