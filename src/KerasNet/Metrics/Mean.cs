namespace KerasNet.Metrics;

/// <summary>Weighted mean of values.</summary>
/// <remarks>Python: <c>keras.metrics.Mean</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class Mean(string? name = "mean", DataType? dtype = null) : RunningMean(name, dtype)
{
    /// <summary>Takes values into the mean.</summary>
    /// <param name="values">Values of any shape.</param>
    /// <param name="sampleWeight">Their weights; null: all 1.</param>
    public void UpdateState(Tensor values, Tensor? sampleWeight = null) => Add(values, sampleWeight);

    /// <summary>A mean takes values, not targets and predictions.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null) =>
        throw new InvalidOperationException($"Metric '{Name}' (Mean) takes values and weights. Received: targets, predictions and weights. Call UpdateState(values, sampleWeight), or use a metric of predictions.");
}
