namespace KerasNet.Activations;

/// <summary>The input where it is positive, else 0; or with a slope below a threshold, and a ceiling.</summary>
/// <remarks>Python: <c>keras.activations.relu</c>.</remarks>
public sealed class ReluActivation : ActivationFunction
{
    internal ReluActivation()
        : base(static x => Ops.Relu(x), "relu")
    {
    }

    /// <summary>Computes the activation with parameters of one's own.</summary>
    /// <param name="x">The input.</param>
    /// <param name="negativeSlope">Slope below the threshold.</param>
    /// <param name="maxValue">Ceiling; null: none.</param>
    /// <param name="threshold">Where the unit begins.</param>
    public Tensor Apply(Tensor x, double negativeSlope = 0, double? maxValue = null, double threshold = 0)
    {
        if (threshold == 0 && negativeSlope == 0)
        {
            return maxValue is not { } ceiling ? Ops.Relu(x) : ceiling == 6 ? Ops.Relu6(x) : Ops.Clip(x, 0, ceiling);
        }

        var y = Ops.Where(x > threshold, x, negativeSlope == 0 ? Ops.ZerosLike(x) : negativeSlope * (x - threshold));
        return maxValue is { } max ? Ops.Minimum(y, max) : y;
    }
}
