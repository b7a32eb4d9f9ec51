using KerasNet.Backends.Managed;

namespace KerasNet.Datasets;

/// <summary>Shuffles texts and their labels together, set after set with one generator, as NumPy's RandomState does.</summary>
internal sealed class WordShuffler(int seed)
{
    private readonly MersenneTwister _random = MersenneTwister.OfNumPy(seed);

    public (int[][] X, long[] Y) Shuffle(int[][] x, long[] y)
    {
        if (x.Length != y.Length)
        {
            throw new InvalidDataException($"The data set has {x.Length} texts and {y.Length} labels. Delete its file, and it is fetched anew.");
        }

        var order = Enumerable.Range(0, x.Length).ToArray();
        _random.ShuffleAsNumPy<int>(order);
        return (Array.ConvertAll(order, i => x[i]), Array.ConvertAll(order, i => y[i]));
    }
}
