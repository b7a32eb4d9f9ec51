using KerasNet.Losses;

namespace KerasNet.Metrics;

/// <summary>Counts of right and wrong decisions at each of several thresholds.</summary>
internal sealed class ConfusionMatrix
{
    // What a prediction becomes that is not among the best k.
    private const double NotAmongBest = -1e10;

    private readonly double[] _thresholds;
    private readonly bool _even;

    public ConfusionMatrix(IEnumerable<double> thresholds)
    {
        _thresholds = [.. thresholds];
        var last = _thresholds.Length - 1;
        _even = last >= 2 && !_thresholds.Where((t, i) => Math.Abs(t - ((double)i / last)) > Keras.Config.Epsilon + (1e-5 * i / last)).Any();
    }

    public int Count => _thresholds.Length;

    public KerasVariable? TruePositives { get; init; }

    public KerasVariable? FalsePositives { get; init; }

    public KerasVariable? TrueNegatives { get; init; }

    public KerasVariable? FalseNegatives { get; init; }

    /// <summary>Adds a batch to the variables that there are.</summary>
    public void Update(Tensor yTrue, Tensor yPred, Tensor? sampleWeight, int? topK = null, int? classId = null, bool multiLabel = false, Tensor? labelWeights = null)
    {
        var dtype = (TruePositives ?? FalsePositives ?? TrueNegatives ?? FalseNegatives)!.DType;
        (yPred, yTrue) = Ranks.Match(Ops.Cast(yPred, dtype), Ops.Cast(yTrue, dtype));
        Tensor? weights = null;
        if (sampleWeight is not null)
        {
            (_, weights) = Ranks.Match(yTrue, Ops.ExpandDims(Ops.Cast(sampleWeight, dtype), -1), expandRank1: false);
        }

        yPred = topK is { } k ? OnlyBest(yPred, k) : yPred;
        if (classId is { } id)
        {
            if (yPred.Rank == 1)
            {
                throw new ArgumentException($"When classId is provided, yPred must be a 2D array with shape (num_samples, num_classes), found shape: {yPred.Shape}.", nameof(yPred));
            }

            var only = Tensor.From(new[] { id });
            (yTrue, yPred) = (Ops.Take(yTrue, only, axis: -1), Ops.Take(yPred, only, axis: -1));
        }

        if (labelWeights is not null)
        {
            var byLabel = Ops.ExpandDims(Ops.Cast(labelWeights, dtype), 0);
            weights = weights is null ? byLabel : weights * byLabel;
        }

        var isTrue = Ops.Cast(Ops.Cast(yTrue, DataType.Bool), dtype);
        weights = weights is null ? Ops.OnesLike(yPred) : weights * Ops.OnesLike(yPred);
        var (positive, negative) = (isTrue * weights, (1.0 - isTrue) * weights);
        if (multiLabel && yPred.Rank != 2)
        {
            throw new ArgumentException($"yPred must have rank 2 when multiLabel is true. Found rank {yPred.Rank}. Full shape received for yPred: {yPred.Shape}.", nameof(yPred));
        }

        if (!multiLabel)
        {
            (yPred, positive, negative) = (Ops.Reshape(yPred, -1), Ops.Reshape(positive, -1), Ops.Reshape(negative, -1));
        }

        if (_even)
        {
            AddBuckets(yPred, positive, negative);
        }
        else
        {
            AddComparisons(yPred, positive, negative);
        }
    }

    private static Tensor OnlyBest(Tensor x, int k)
    {
        var (_, best) = Ops.TopK(x, k);
        var mask = Ops.Sum(Ops.OneHot(best, x.Shape[^1], dtype: x.DType), axis: -2);
        return (x * mask) + (NotAmongBest * (1 - mask));
    }

    /// <summary>Even thresholds: each prediction falls into one bucket, and sums from above give the counts.</summary>
    private void AddBuckets(Tensor yPred, Tensor positive, Tensor negative)
    {
        var bucket = Ops.Ceil(Ops.Clip(yPred, 0.0, 1.0) * (Count - 1.0)) - 1;
        bucket = Ops.Cast(_thresholds[0] < 0 || _thresholds[^1] > 1 ? Ops.Maximum(bucket, 0.0) : bucket, DataType.Int32);
        var labels = yPred.Rank == 2 ? yPred.Shape[1] : 1;
        if (yPred.Rank == 2)
        {
            // Each label has its own row of buckets; what is below all thresholds stays so.
            var row = Tensor.From(Enumerable.Range(0, labels).Select(i => i * Count).ToArray());
            bucket = Ops.Where(bucket < 0, -1, bucket + row);
        }

        Tensor AtThresholds(Tensor weights)
        {
            var sums = Ops.SegmentSum(Ops.Reshape(weights, -1), Ops.Reshape(bucket, -1), numSegments: labels * Count);
            sums = yPred.Rank == 2 ? Ops.Transpose(Ops.Reshape(sums, [labels, Count])) : sums;
            return Ops.Flip(Ops.CumSum(Ops.Flip(sums, axis: 0), axis: 0), axis: 0);
        }

        var (tp, fp) = (AtThresholds(positive), AtThresholds(negative));
        TruePositives?.AssignAdd(tp);
        FalsePositives?.AssignAdd(fp);
        TrueNegatives?.AssignAdd(Ops.Sum(negative, axis: 0) - fp);
        FalseNegatives?.AssignAdd(Ops.Sum(positive, axis: 0) - tp);
    }

    /// <summary>Other thresholds: every prediction is compared with every threshold.</summary>
    private void AddComparisons(Tensor yPred, Tensor positive, Tensor negative)
    {
        var thresholds = Ops.Reshape(Ops.Cast(Tensor.From(_thresholds), yPred.DType), yPred.Rank == 2 ? [-1, 1, 1] : [-1, 1]);
        var above = Ops.Cast(Ops.ExpandDims(yPred, 0) > thresholds, yPred.DType);
        var below = 1.0 - above;
        TruePositives?.AssignAdd(Ops.Sum(above * positive, axis: 1));
        FalsePositives?.AssignAdd(Ops.Sum(above * negative, axis: 1));
        TrueNegatives?.AssignAdd(Ops.Sum(below * negative, axis: 1));
        FalseNegatives?.AssignAdd(Ops.Sum(below * positive, axis: 1));
    }
}
