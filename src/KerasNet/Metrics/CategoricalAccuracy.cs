namespace KerasNet.Metrics;

/// <summary>How often the most probable class is that of the one-hot target.</summary>
/// <remarks>Python: <c>keras.metrics.CategoricalAccuracy</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class CategoricalAccuracy(string? name = "categorical_accuracy", DataType? dtype = null)
    : MeanMetricWrapper(static (yTrue, yPred) => Function(yTrue, yPred), name, dtype)
{
    internal override bool? HigherIsBetter => true;

    /// <summary>The value of each sample.</summary>
    /// <remarks>Python: <c>keras.metrics.categorical_accuracy</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred)
    {
        var right = Ops.Argmax(yTrue, axis: -1);
        return Ops.Cast(Ops.Equal(right, Ops.Argmax(yPred, axis: -1)), Keras.Config.FloatX);
    }
}
