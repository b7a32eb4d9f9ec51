namespace KerasNet.Losses;

/// <summary>The way from losses of samples to one number: mask, weights, reduction.</summary>
internal static class LossReduction
{
    public static Tensor Reduce(Tensor values, Tensor? sampleWeight, Tensor? mask, string? reduction, DataType dtype)
    {
        values = Ops.Cast(values, dtype);
        var weights = ApplyMask(sampleWeight is null ? null : Ops.Cast(sampleWeight, dtype), mask, dtype, reduction);
        if (weights is not null)
        {
            (values, weights) = Ranks.Match(values, weights);
            values *= weights;
        }

        if (reduction is null or "none" || values.Rank == 0 || (values.Rank == 1 && values.Shape[0] == 0))
        {
            return values;
        }

        var total = Ops.Sum(values);
        if (reduction == "sum")
        {
            return total;
        }

        if (reduction == "mean_with_sample_weight" && weights is not null)
        {
            return Ops.DivideNoNan(total, Ops.Sum(weights));
        }

        // A batch is never empty when its size is unknown, so the plain mean is what Keras's guarded quotient gives.
        return values.Shape.Size == 0 ? Ops.Cast(total, dtype) : Ops.Mean(values);
    }

    /// <summary>Merges a mask into the weights; for a mean, what is masked does not count.</summary>
    public static Tensor? ApplyMask(Tensor? sampleWeight, Tensor? mask, DataType dtype, string? reduction)
    {
        if (mask is null)
        {
            return sampleWeight;
        }

        var kept = Ops.Cast(mask, dtype);
        if (reduction is "mean" or "sum_over_batch_size")
        {
            kept *= Ops.DivideNoNan(Count(mask, dtype), Ops.Sum(kept));
        }

        if (sampleWeight is null)
        {
            return kept;
        }

        (kept, var weights) = Ranks.Match(kept, Ops.Cast(sampleWeight, dtype));
        return weights * kept;
    }

    private static Tensor Count(Tensor x, DataType dtype) => x.Shape.IsFullyDefined
        ? RawOps.Scalar(x.Shape.Size, dtype)
        : Ops.Cast(RawOps.Size(x), dtype);
}
