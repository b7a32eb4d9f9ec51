using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Adds normal noise in training.</summary>
/// <remarks>Python: <c>keras.layers.GaussianNoise</c>. The shape stays.</remarks>
/// <param name="stddev">Standard deviation of the noise.</param>
/// <param name="seed">Seed; null: the next of the scope.</param>
public sealed class GaussianNoise(double stddev, int? seed = null) : Layer
{
    private readonly SeedGenerator? _generator = stddev > 0 ? new SeedGenerator(seed) : null;

    /// <summary>Standard deviation of the noise.</summary>
    public double Stddev { get; } = Require.InRange(stddev, 0, 1);

    /// <summary>Seed.</summary>
    public int? Seed { get; } = seed;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => context.Training && _generator is not null
        ? x + RandomOps.Normal(RandomShape.Of(x), 0, Stddev, x.DType, _generator)
        : x;
}
