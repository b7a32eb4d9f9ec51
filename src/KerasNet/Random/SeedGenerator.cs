namespace KerasNet;

/// <summary>Gives another seed with each call, also inside a compiled step: its state is a variable that the step advances.</summary>
/// <remarks>Python: <c>keras.random.SeedGenerator</c>.</remarks>
/// <example><c>var seeds = new SeedGenerator(42); var a = RandomOps.Normal((2, 3), seed: seeds); var b = RandomOps.Normal((2, 3), seed: seeds);</c></example>
public sealed class SeedGenerator
{
    private static readonly Tensor _one = Tensor.Create<long>([0, 1], 2);

    /// <summary>A generator that starts from a seed.</summary>
    /// <param name="seed">Null: the next of the scope, which <see cref="Keras.SetRandomSeed"/> makes repeatable.</param>
    public SeedGenerator(int? seed = null)
    {
        Seed = seed;
        Name = Keras.State.AutoName(nameof(SeedGenerator));
        State = new KerasVariable(Tensor.Create<long>([seed ?? Keras.State.NextSeed(), 0], 2), "seed_generator_state", trainable: false)
        {
            Path = Name + "/seed_generator_state",
        };
    }

    /// <summary>The seed that was given; null where Keras chose one.</summary>
    public int? Seed { get; }

    /// <summary>Automatic name: <c>seed_generator</c>, <c>seed_generator_1</c>, …</summary>
    public string Name { get; }

    /// <summary>The seed of the next call: two int64 numbers.</summary>
    public KerasVariable State { get; }

    /// <summary>The seed of this call; the state moves on.</summary>
    /// <param name="ordered">True counts calls; false jumps to a number that is nearly unique below a million.</param>
    public Tensor Next(bool ordered = true)
    {
        var seed = State.Value;
        State.Assign(ordered
            ? RawOps.AddV2(seed, _one)
            : RawOps.FloorMod(RawOps.Mul(RawOps.AddV2(seed, Number(1)), Number(5387)), Number(933199)));
        return seed;
    }

    private static Tensor Number(long value) => Tensor.Create([value], TensorShape.Scalar);
}
