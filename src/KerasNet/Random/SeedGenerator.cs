namespace KerasNet;

/// <summary>Gives a new seed with each call, also inside a compiled step: its state is a variable that the step advances.</summary>
/// <remarks>Python: <c>keras.random.SeedGenerator</c>.</remarks>
public sealed class SeedGenerator
{
    private static readonly Tensor _increment = Tensor.Create<long>([0, 1], 2);

    /// <summary>A generator from a seed.</summary>
    /// <param name="seed">Null: the next of the scope.</param>
    public SeedGenerator(int? seed = null)
    {
        Seed = seed ?? Keras.State.NextSeed();
        State = new KerasVariable(Tensor.Create<long>([Seed, 0], 2), "seed_generator_state", trainable: false);
    }

    /// <summary>The seed it began with.</summary>
    public int Seed { get; }

    /// <summary>The seed of the next call: shape (2,).</summary>
    public KerasVariable State { get; }

    /// <summary>The seed of this call; the state moves on.</summary>
    public Tensor Next()
    {
        var seed = State.Value;
        State.Assign(RawOps.AddV2(seed, _increment));
        return seed;
    }
}
