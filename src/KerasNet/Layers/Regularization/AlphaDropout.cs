using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Dropout that keeps mean and variance of self-normalizing networks.</summary>
/// <remarks>Python: <c>keras.layers.AlphaDropout</c>. The shape stays. Source: Klambauer et al. 2017, Self-normalizing neural networks.</remarks>
/// <param name="rate">Fraction that is dropped, from 0 to 1.</param>
/// <param name="noiseShape">Shape of the random mask; null: the input's.</param>
/// <param name="seed">Seed; null: the next of the scope.</param>
public sealed class AlphaDropout(double rate, TensorShape? noiseShape = null, int? seed = null) : Layer
{
    private const double AlphaPrime = -1.6732632423543772848170429916717 * 1.0507009873554804934193349852946;
    private readonly SeedGenerator? _generator = rate > 0 ? new SeedGenerator(seed) : null;

    /// <summary>Fraction that is dropped.</summary>
    public double Rate { get; } = Require.Rate(rate);

    /// <summary>Shape of the random mask.</summary>
    public TensorShape? NoiseShape { get; } = RandomShape.Check(noiseShape);

    /// <summary>Seed.</summary>
    public int? Seed { get; } = seed;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        if (!context.Training || _generator is null)
        {
            return x;
        }

        RandomShape.Fits(this, x, NoiseShape);
        var noise = RandomOps.Uniform(RandomShape.Of(x, NoiseShape), 0, 1, DataType.Float32, _generator);
        var kept = Ops.Cast(noise >= Rate, x.DType);
        var a = 1 / Math.Sqrt((1 - Rate) * (1 + (Rate * AlphaPrime * AlphaPrime)));
        var b = -a * AlphaPrime * Rate;
        return (a * ((x * kept) + (AlphaPrime * (1.0 - kept)))) + b;
    }
}
