namespace KerasNet;

/// <summary>What random functions take as seed: a number, which gives the same numbers with each call, or a <see cref="SeedGenerator"/>, which gives others.</summary>
public sealed class RandomSeed
{
    private readonly int _number;
    private readonly SeedGenerator? _generator;

    private RandomSeed(int number) => _number = number;

    private RandomSeed(SeedGenerator generator) => _generator = generator;

    /// <summary>A fixed seed.</summary>
    public static implicit operator RandomSeed(int seed) => new(seed);

    /// <summary>A seed that changes with each call.</summary>
    public static implicit operator RandomSeed(SeedGenerator seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        return new RandomSeed(seed);
    }

    /// <summary>The seed of this call as the two int32 numbers that TensorFlow's ops take; without one the scope's own generator is asked.</summary>
    internal static Tensor Draw(RandomSeed? seed)
    {
        var state = seed is null ? Keras.State.SeedGenerator.Next(ordered: false)
            : seed._generator is { } generator ? generator.Next()
            : Tensor.Create([(long)seed._number, 0], 2);
        return RawOps.Cast(RawOps.FloorMod(state, Tensor.Create([int.MaxValue - 1L], TensorShape.Scalar)), DataType.Int32);
    }
}
