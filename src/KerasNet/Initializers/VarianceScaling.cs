using KerasNet.Internal;

namespace KerasNet.Initializers;

/// <summary>Random numbers whose scale follows from the weight's shape, so that signals keep their variance from layer to layer.</summary>
/// <remarks>Python: <c>keras.initializers.VarianceScaling</c>. The others of the family (Glorot, He, LeCun) are this one with fixed arguments.</remarks>
public class VarianceScaling : RandomInitializer
{
    // Standard deviation of a normal distribution truncated at two.
    private const double TruncatedDeviation = 0.87962566103423978;

    /// <summary>Makes the initializer.</summary>
    /// <param name="scale">Variance times the number of units; positive.</param>
    /// <param name="mode"><c>fan_in</c>, <c>fan_out</c> or <c>fan_avg</c>: which units count.</param>
    /// <param name="distribution"><c>truncated_normal</c>, <c>untruncated_normal</c> or <c>uniform</c>.</param>
    /// <param name="seed">Makes the numbers repeatable; null: Keras chooses.</param>
    /// <param name="inputAxes">Axes of the weight that are inputs; null: by rank, as in Dense and convolutions.</param>
    /// <param name="outputAxes">Axes of the weight that are outputs.</param>
    public VarianceScaling(double scale = 1.0, string mode = "fan_in", string distribution = "truncated_normal", int? seed = null, int[]? inputAxes = null, int[]? outputAxes = null)
        : base(seed)
    {
        Scale = Require.Positive(scale);
        Mode = Require.OneOf(mode, ["fan_in", "fan_out", "fan_avg"]);
        Distribution = Require.OneOf(distribution.ToLowerInvariant() is "normal" ? "truncated_normal" : distribution.ToLowerInvariant(), ["uniform", "truncated_normal", "untruncated_normal"], nameof(distribution));
        (InputAxes, OutputAxes) = (inputAxes, outputAxes);
    }

    /// <summary>Variance times the number of units.</summary>
    public double Scale { get; }

    /// <summary>Which units count.</summary>
    public string Mode { get; }

    /// <summary>Kind of distribution.</summary>
    public string Distribution { get; }

    /// <summary>Axes of the weight that are inputs; null: by rank.</summary>
    public IReadOnlyList<int>? InputAxes { get; }

    /// <summary>Axes of the weight that are outputs; null: by rank.</summary>
    public IReadOnlyList<int>? OutputAxes { get; }

    /// <inheritdoc/>
    public override Tensor Call(TensorShape shape, DataType dtype)
    {
        var (fanIn, fanOut) = Fans(shape);
        var scale = Scale / Math.Max(1.0, Mode switch { "fan_in" => fanIn, "fan_out" => fanOut, _ => (fanIn + fanOut) / 2.0 });
        switch (Distribution)
        {
            case "truncated_normal":
                return TruncatedNormal(shape, dtype, 0, Math.Sqrt(scale) / TruncatedDeviation);
            case "untruncated_normal":
                return Normal(shape, dtype, 0, Math.Sqrt(scale));
            default:
                var limit = Math.Sqrt(3.0 * scale);
                return Uniform(shape, dtype, -limit, limit);
        }
    }

    /// <summary>The same numbers for a weight whose inputs and outputs are these axes.</summary>
    internal VarianceScaling Along(int[] inputAxes, int[] outputAxes) => new(Scale, Mode, Distribution, (int)Drawn, inputAxes, outputAxes);

    /// <summary>Numbers of units that go into and out of a weight; a convolution's window counts on both sides.</summary>
    private (double In, double Out) Fans(TensorShape shape)
    {
        if (InputAxes is not null && OutputAxes is not null)
        {
            return (Units(shape, InputAxes), Units(shape, OutputAxes));
        }

        switch (shape.Rank)
        {
            case 0:
                return (1, 1);
            case 1:
                return (shape[0], shape[0]);
            default:
                var window = 1.0;
                for (var i = 0; i < shape.Rank - 2; i++)
                {
                    window *= shape[i];
                }

                return (shape[^2] * window, shape[^1] * window);
        }
    }

    private static double Units(TensorShape shape, IReadOnlyList<int> axes) => axes.Aggregate(1.0, (units, axis) => units * shape[shape.Axis(axis)]);
}
