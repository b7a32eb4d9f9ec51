using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Multiplies by normal noise around one in training.</summary>
/// <remarks>Python: <c>keras.layers.GaussianDropout</c>. The shape stays. The noise has variance <c>rate / (1 - rate)</c>.</remarks>
/// <param name="rate">Drop probability, as of Dropout.</param>
/// <param name="seed">Seed; null: the next of the scope.</param>
public sealed class GaussianDropout(double rate, int? seed = null) : Layer
{
    private readonly SeedGenerator? _generator = rate > 0 ? new SeedGenerator(seed) : null;

    /// <summary>Drop probability, as of Dropout.</summary>
    public double Rate { get; } = Require.Rate(rate);

    /// <summary>Seed.</summary>
    public int? Seed { get; } = seed;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => context.Training && _generator is not null
        ? x * RandomOps.Normal(RandomShape.Of(x), 1, Math.Sqrt(Rate / (1 - Rate)), x.DType, _generator)
        : x;
}
