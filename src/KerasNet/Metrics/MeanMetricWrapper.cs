using KerasNet.Losses;

namespace KerasNet.Metrics;

/// <summary>Mean of a function of targets and predictions that gives one value for each sample.</summary>
/// <remarks>Python: <c>keras.metrics.MeanMetricWrapper</c>. Example: <c>new Metrics.MeanMetricWrapper((t, p) =&gt; Ops.Mean(Ops.Abs(t - p), axis: -1), name: "my_mae")</c>.</remarks>
/// <param name="fn">The function.</param>
/// <param name="name">Name in logs; null: made from the class name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public class MeanMetricWrapper(Func<Tensor, Tensor, Tensor> fn, string? name = null, DataType? dtype = null) : RunningMean(name, dtype)
{
    /// <summary>The function.</summary>
    public Func<Tensor, Tensor, Tensor> Fn { get; } = fn;

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        var mask = yPred.KerasMask;
        Add(Fn(yTrue, yPred), LossReduction.ApplyMask(sampleWeight, mask, DType, "sum"));
    }
}
