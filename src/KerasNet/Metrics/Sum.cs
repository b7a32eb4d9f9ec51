namespace KerasNet.Metrics;

/// <summary>Weighted sum of values.</summary>
/// <remarks>Python: <c>keras.metrics.Sum</c>.</remarks>
public sealed class Sum : Metric
{
    private readonly KerasVariable _total;

    /// <summary>Makes the metric.</summary>
    /// <param name="name">Name in logs.</param>
    /// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
    public Sum(string? name = "sum", DataType? dtype = null)
        : base(name, dtype) => _total = AddVariable(TensorShape.Scalar, name: "total", dtype: DType);

    /// <summary>Takes values into the sum.</summary>
    /// <param name="values">Values of any shape.</param>
    /// <param name="sampleWeight">Their weights; null: all 1.</param>
    public void UpdateState(Tensor values, Tensor? sampleWeight = null) =>
        _total.AssignAdd(Ops.Sum(SampleValues.Reduce(values, sampleWeight, static (x, axes) => Ops.Sum(x, axes), DType).Values));

    /// <summary>A sum takes values, not targets and predictions.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null) =>
        throw new InvalidOperationException($"Metric '{Name}' (Sum) takes values and weights. Received: targets, predictions and weights. Call UpdateState(values, sampleWeight), or use a metric of predictions.");

    /// <inheritdoc/>
    public override Tensor Result() => _total.Value;
}
