namespace KerasNet.Losses;

/// <summary>Quadratic near zero, linear beyond <c>delta</c>: outliers count less than in the squared error.</summary>
/// <remarks>Python: <c>keras.losses.Huber</c>.</remarks>
/// <param name="delta">Where the quadratic part ends.</param>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class Huber(double delta = 1.0, string? reduction = "sum_over_batch_size", string? name = "huber_loss", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Where the quadratic part ends.</summary>
    public double Delta { get; } = delta;

    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.huber</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="delta">Where the quadratic part ends.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred, double delta = 1.0)
    {
        (yTrue, yPred) = Ranks.Match(Ops.Cast(yTrue, yPred.DType), yPred);
        var error = Ops.Abs(yPred - yTrue);
        var values = Ops.Where(error <= delta, 0.5 * Ops.Square(error), (delta * error) - (0.5 * delta * delta));
        return Ops.Mean(values, axis: -1);
    }

    internal override bool ComparesElements => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred, Delta);
    }
}
