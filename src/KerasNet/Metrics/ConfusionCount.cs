namespace KerasNet.Metrics;

/// <summary>A count of right or wrong decisions.</summary>
public abstract class ConfusionCount : Metric
{
    private readonly KerasVariable _counts;
    private readonly ConfusionMatrix _matrix;

    private protected ConfusionCount(Thresholds? thresholds, string? name, DataType? dtype, Func<double[], KerasVariable, ConfusionMatrix> matrix)
        : base(name, dtype)
    {
        Thresholds = thresholds;
        double[] values = [.. thresholds ?? 0.5];
        _counts = AddVariable(values.Length, name: "accumulator");
        _matrix = matrix(values, _counts);
    }

    /// <summary>Above it a prediction means 1; null: 0.5.</summary>
    public Thresholds? Thresholds { get; }

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null) => _matrix.Update(yTrue, yPred, sampleWeight);

    /// <inheritdoc/>
    public override Tensor Result() => _matrix.Count == 1 ? RawOps.Reshape(_counts.Value, TensorShape.Scalar) : _counts.Value;
}
