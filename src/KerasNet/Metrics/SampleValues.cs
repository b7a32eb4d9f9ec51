using KerasNet.Losses;

namespace KerasNet.Metrics;

/// <summary>Values of a batch, weighted and reduced to one for each sample.</summary>
internal static class SampleValues
{
    public static (Tensor Values, Tensor? Weights) Reduce(Tensor values, Tensor? sampleWeight, Func<Tensor, int[], Tensor> reduce, DataType dtype)
    {
        var mask = values.KerasMask;
        values = Ops.Cast(values, dtype);
        if (sampleWeight is null)
        {
            return (ToSamples(values, reduce), null);
        }

        var weights = LossReduction.ApplyMask(Ops.Cast(sampleWeight, dtype), mask, dtype, "sum")!;
        (values, weights) = Ranks.Match(values, weights);
        var rank = weights.Rank;
        if (values.Rank > rank)
        {
            values = reduce(values, [.. Enumerable.Range(rank, values.Rank - rank)]);
        }

        // Broadcast, so that each value counts in the sum of weights.
        weights *= Ops.OnesLike(values);
        values *= weights;
        return (ToSamples(values, reduce), rank > 1 ? ToSamples(weights, reduce) : weights);
    }

    private static Tensor ToSamples(Tensor x, Func<Tensor, int[], Tensor> reduce) =>
        x.Rank > 1 ? reduce(x, [.. Enumerable.Range(1, x.Rank - 1)]) : x;
}
