using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Sets a random part of its input to zero in training and scales the rest up, so that the sum stays.</summary>
/// <remarks>Python: <c>keras.layers.Dropout</c>. The shape stays. Source: Srivastava et al. 2014, Dropout: a simple way to prevent neural networks from overfitting.</remarks>
/// <param name="rate">Fraction that is set to zero, from 0 to 1.</param>
/// <param name="noiseShape">Shape of the random mask; dimensions of 1 share it; null: the input's.</param>
/// <param name="seed">Seed; null: the next of the scope.</param>
public sealed class Dropout(double rate, TensorShape? noiseShape = null, int? seed = null) : Layer
{
    /// <summary>Fraction that is set to zero.</summary>
    public double Rate { get; } = Require.Rate(rate);

    /// <summary>Shape of the random mask.</summary>
    public TensorShape? NoiseShape { get; } = RandomShape.Check(noiseShape);

    /// <summary>Seed.</summary>
    public int? Seed { get; } = seed;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    private SeedGenerator? Generator { get; } = rate > 0 ? new SeedGenerator(seed) : null;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        if (!context.Training || Generator is null)
        {
            return x;
        }

        RandomShape.Fits(this, x, NoiseShape);
        return RandomOps.Dropout(x, Rate, NoiseShape, Generator);
    }
}
