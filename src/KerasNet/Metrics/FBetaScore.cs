using KerasNet.Internal;

namespace KerasNet.Metrics;

/// <summary>Weighted harmonic mean of precision and recall.</summary>
/// <remarks>Python: <c>keras.metrics.FBetaScore</c>. Targets and predictions have shape <c>(batch, classes)</c>.</remarks>
public class FBetaScore : Metric
{
    private KerasVariable? _truePositives;
    private KerasVariable? _falsePositives;
    private KerasVariable? _falseNegatives;
    private KerasVariable? _weights;

    /// <summary>Makes the metric.</summary>
    /// <param name="average"><c>micro</c>, <c>macro</c>, <c>weighted</c>, or null: one result for each class.</param>
    /// <param name="beta">Weight of recall against precision; positive.</param>
    /// <param name="threshold">Above it a prediction means 1; null: the most probable class.</param>
    /// <param name="name">Name in logs.</param>
    /// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
    public FBetaScore(string? average = null, double beta = 1.0, double? threshold = null, string? name = "fbeta_score", DataType? dtype = null)
        : base(name, dtype)
    {
        Average = average is null ? null : Require.OneOf(average, ["micro", "macro", "weighted"]);
        Beta = Require.Positive(beta);
        Threshold = threshold is null or ( > 0 and <= 1) ? threshold
            : throw new ArgumentOutOfRangeException(nameof(threshold), $"Invalid threshold argument value. It should verify 0 < threshold <= 1. Received: threshold={threshold}.");
    }

    /// <summary>How the classes' results become one.</summary>
    public string? Average { get; }

    /// <summary>Weight of recall against precision.</summary>
    public double Beta { get; }

    /// <summary>Above it a prediction means 1.</summary>
    public double? Threshold { get; }

    internal override bool? HigherIsBetter => true;

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        (yTrue, yPred) = (Ops.Cast(yTrue, DType), Ops.Cast(yPred, DType));
        Build(yTrue.Shape, yPred.Shape);
        var chosen = Threshold is { } threshold
            ? yPred > threshold
            : Ops.LogicalAnd(yPred >= Ops.Max(yPred, axis: -1, keepdims: true), Ops.Abs(yPred) > 1e-9);
        var predicted = Ops.Cast(chosen, DType);
        var weights = sampleWeight is null ? null : Ops.ExpandDims(Ops.Cast(sampleWeight, DType), 1);
        Tensor Total(Tensor x)
        {
            x = weights is null ? x : x * weights;
            return Average == "micro" ? Ops.Sum(x) : Ops.Sum(x, axis: 0);
        }

        _truePositives!.AssignAdd(Total(predicted * yTrue));
        _falsePositives!.AssignAdd(Total(predicted * (1 - yTrue)));
        _falseNegatives!.AssignAdd(Total((1 - predicted) * yTrue));
        _weights!.AssignAdd(Total(yTrue));
    }

    /// <inheritdoc/>
    public override Tensor Result()
    {
        if (_truePositives is null)
        {
            return RawOps.Scalar(0, DType);
        }

        var epsilon = Keras.Config.Epsilon;
        var right = _truePositives.Value;
        var precision = right / (right + _falsePositives!.Value + epsilon);
        var recall = right / (right + _falseNegatives!.Value + epsilon);
        var score = precision * recall / ((Beta * Beta * precision) + recall + epsilon) * (1 + (Beta * Beta));
        return Average switch
        {
            null => score,
            "weighted" => Ops.Sum(score * (_weights!.Value / (Ops.Sum(_weights.Value) + epsilon))),
            _ => Ops.Mean(score),
        };
    }

    private void Build(TensorShape yTrue, TensorShape yPred)
    {
        if (_truePositives is not null)
        {
            return;
        }

        if (yTrue.Rank != 2 || yPred.Rank != 2 || yPred[1] < 0)
        {
            throw new ArgumentException($"{GetType().Name} expects 2D inputs with shape (batch_size, output_dim), with output_dim fully defined. Received input shapes: yPred.shape={yPred} and yTrue.shape={yTrue}.");
        }

        var shape = Average == "micro" ? TensorShape.Scalar : new TensorShape(yPred[1]);
        _truePositives = AddVariable(shape, name: "true_positives", dtype: DType);
        _falsePositives = AddVariable(shape, name: "false_positives", dtype: DType);
        _falseNegatives = AddVariable(shape, name: "false_negatives", dtype: DType);
        _weights = AddVariable(shape, name: "intermediate_weights", dtype: DType);
    }
}
