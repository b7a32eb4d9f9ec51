namespace KerasNet.Metrics;

/// <summary>Share of the samples predicted to be 1 that are 1.</summary>
/// <remarks>Python: <c>keras.metrics.Precision</c>.</remarks>
public sealed class Precision : Metric
{
    private const double NoThreshold = -1e10;
    private readonly ConfusionMatrix _matrix;

    /// <summary>Makes the metric.</summary>
    /// <param name="thresholds">Above it a prediction means 1; several give several results; null: 0.5, or none with <paramref name="topK"/>.</param>
    /// <param name="topK">Number of best classes of each sample that count as predicted; null: by threshold.</param>
    /// <param name="classId">The class that counts; null: all.</param>
    /// <param name="name">Name in logs; null: made from the class name.</param>
    /// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
    public Precision(Thresholds? thresholds = null, int? topK = null, int? classId = null, string? name = null, DataType? dtype = null)
        : base(name, dtype)
    {
        (Thresholds, TopK, ClassId) = (thresholds, topK, classId);
        double[] values = thresholds is null ? [topK is null ? 0.5 : NoThreshold] : [.. thresholds];
        _matrix = new ConfusionMatrix(values)
        {
            TruePositives = AddVariable(values.Length, name: "true_positives"),
            FalsePositives = AddVariable(values.Length, name: "false_positives"),
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
        var share = Ops.DivideNoNan(right, right + _matrix.FalsePositives!.Value);
        return _matrix.Count == 1 ? RawOps.Reshape(share, TensorShape.Scalar) : share;
    }
}
