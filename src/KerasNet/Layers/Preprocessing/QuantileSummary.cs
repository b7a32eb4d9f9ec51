namespace KerasNet.Layers;

/// <summary>A small picture of many numbers: some of them, ascending, each with the weight of those that it stands for. Gives bounds between equally full bins.</summary>
/// <remarks>Python: the summary functions of <c>keras.src.layers.preprocessing.discretization</c>; numbers are float32 between the steps, as there.</remarks>
/// <param name="Values">Ascending numbers.</param>
/// <param name="Weights">How many each stands for.</param>
internal sealed record QuantileSummary(float[] Values, float[] Weights)
{
    public static readonly QuantileSummary Empty = new([], []);

    /// <summary>A summary of numbers.</summary>
    public static QuantileSummary Of(float[] numbers, double epsilon)
    {
        var sorted = (float[])numbers.Clone();
        Array.Sort(sorted);
        var step = Math.Max(sorted.Length / (1.0 / epsilon), 1);
        var (start, stride) = ((int)(step - 1), (int)step);
        var values = Enumerable.Range(0, Math.Max(0, (sorted.Length - start + stride - 1) / stride)).Select(i => sorted[start + (i * stride)]).ToArray();
        return new QuantileSummary(values, [.. Enumerable.Repeat((float)step, values.Length)]);
    }

    /// <summary>One summary of two.</summary>
    public QuantileSummary Merge(QuantileSummary other, double epsilon)
    {
        var merged = Values.Concat(other.Values).Zip(Weights.Concat(other.Weights)).OrderBy(p => p.First).ToArray();
        return new QuantileSummary([.. merged.Select(p => p.First)], [.. merged.Select(p => p.Second)]).Compress(epsilon);
    }

    /// <summary>Bounds between bins that are equally full.</summary>
    public float[] Bounds(int bins) => Compress(1.0 / bins) is { Values.Length: > 0 } compressed ? compressed.Values[..^1] : [];

    private QuantileSummary Compress(double epsilon)
    {
        if (Values.Length * epsilon < 1)
        {
            return this;
        }

        var percents = Enumerable.Range(0, (int)Math.Ceiling(1.0 / epsilon)).Select(i => epsilon + (i * epsilon)).ToArray();
        var total = new float[Weights.Length];
        var sum = 0f;
        for (var i = 0; i < total.Length; i++)
        {
            total[i] = sum += Weights[i];
        }

        var shares = Array.ConvertAll(total, t => (double)(t / total[^1]));
        var values = Array.ConvertAll(percents, p => (float)Interpolate(p, shares, Values));
        var before = 0.0;
        var weights = Array.ConvertAll(percents, p =>
        {
            var cumulated = Interpolate(p, shares, total);
            (var weight, before) = (cumulated - before, cumulated);
            return (float)weight;
        });
        return new QuantileSummary(values, weights);
    }

    /// <summary>NumPy's <c>interp</c>: a line between neighbours, the ends outside.</summary>
    private static double Interpolate(double x, double[] at, float[] values)
    {
        if (x <= at[0])
        {
            return values[0];
        }

        if (x >= at[^1])
        {
            return values[^1];
        }

        var after = Array.BinarySearch(at, x);
        after = after >= 0 ? after + 1 : ~after;
        while (after < at.Length && at[after] <= x)
        {
            after++;
        }

        var (a, b) = (at[after - 1], at[after]);
        return (((double)values[after] - values[after - 1]) / (b - a) * (x - a)) + values[after - 1];
    }
}
