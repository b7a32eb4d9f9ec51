using KerasNet.Losses;

namespace KerasNet.Metrics;

/// <summary>Square root of the mean of squared differences.</summary>
/// <remarks>Python: <c>keras.metrics.RootMeanSquaredError</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class RootMeanSquaredError(string? name = "root_mean_squared_error", DataType? dtype = null) : RunningMean(name, dtype)
{
    internal override bool? HigherIsBetter => false;

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        (yTrue, yPred) = Ranks.Match(Ops.Cast(yTrue, DType), Ops.Cast(yPred, DType));
        Add(Ops.Square(yPred - yTrue), sampleWeight);
    }

    /// <inheritdoc/>
    public override Tensor Result() => Ops.Sqrt(base.Result());
}
