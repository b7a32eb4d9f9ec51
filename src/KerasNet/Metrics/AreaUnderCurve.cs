namespace KerasNet.Metrics;

/// <summary>Areas between neighbouring thresholds under the curves of AUC; the first axis is that of the thresholds.</summary>
internal sealed class AreaUnderCurve(Tensor tp, Tensor fp, Tensor tn, Tensor fn, int count)
{
    /// <summary>Areas of rectangles or trapezoids.</summary>
    public Tensor Of(string curve, string summation)
    {
        var (x, y) = curve switch
        {
            "ROC" => (Ops.DivideNoNan(fp, fp + tn), Ops.DivideNoNan(tp, tp + fn)),
            "PR" => (Ops.DivideNoNan(tp, tp + fn), Ops.DivideNoNan(tp, tp + fp)),
            _ => Gains(),
        };
        var (before, after) = (Head(y), Tail(y));
        var heights = summation switch
        {
            "interpolation" => (before + after) / 2.0,
            "minoring" => Ops.Minimum(before, after),
            _ => Ops.Maximum(before, after),
        };
        return (Head(x) - Tail(x)) * heights;
    }

    /// <summary>Between two thresholds precision is no straight line of recall: true and false positives are.</summary>
    public Tensor InterpolatedPrecisionRecall()
    {
        var found = tp + fp;
        var (first, next) = (Head(found), Tail(found));
        var change = Head(tp) - Tail(tp);
        var slope = Ops.DivideNoNan(change, Ops.Maximum(first - next, 0.0));
        var intercept = Tail(tp) - (slope * next);
        var ratio = Ops.Where(Ops.LogicalAnd(first > 0, next > 0), Ops.DivideNoNan(first, Ops.Maximum(next, 0.0)), Ops.OnesLike(next));
        return Ops.DivideNoNan(slope * (change + (intercept * Ops.Log(ratio))), Ops.Maximum(Tail(tp) + Tail(fn), 0.0));
    }

    private (Tensor Recall, Tensor Precision) Gains()
    {
        var scale = Ops.DivideNoNan(tp + fn, tn + fp);
        var none = Ops.Equal(tp, 0.0);
        var recall = Ops.Where(none, Ops.ZerosLike(tp), 1.0 - (scale * Ops.DivideNoNan(fn, tp)));
        var precision = Ops.Where(none, Ops.OnesLike(tp), 1.0 - (scale * Ops.DivideNoNan(fp, tp)));
        return (Ops.Maximum(recall, 0.0), precision);
    }

    private Tensor Head(Tensor x) => Ops.Take(x, Tensor.From(Enumerable.Range(0, count - 1).ToArray()), axis: 0);

    private Tensor Tail(Tensor x) => Ops.Take(x, Tensor.From(Enumerable.Range(1, count - 1).ToArray()), axis: 0);
}
