using static KerasNet.Tests.OpGradient;

namespace KerasNet.Tests;

/// <summary>Functions that put many elements together: sums, orders, segments, statistics.</summary>
internal sealed class ReductionOpGradients : IOpGradients
{
    private static readonly Tensor _ids = Tensor.Create([0, 0, 1, 3], 4);

    public IEnumerable<OpGradient> Cases() =>
    [
        .. Of("Sum", x => Ops.Sum(x), x => Ops.Sum(x, axis: 1, keepdims: true), x => Ops.Sum(x, [0, -1])),
        .. Of("Mean", x => Ops.Mean(x), x => Ops.Mean(x, axis: 1), x => Ops.Mean(x, [0, -1], keepdims: true)),
        .. Of("Prod", x => Ops.Prod(x), x => Ops.Prod(x, axis: 1), x => Ops.Prod(x, [0, -1])),
        .. Of("Std", x => Ops.Std(x), x => Ops.Std(x, axis: 1), x => Ops.Std(x, [0, -1])),
        .. Of("Var", x => Ops.Var(x), x => Ops.Var(x, axis: 1), x => Ops.Var(x, [0, -1])),
        .. Of("Max", x => Ops.Max(x), x => Ops.Max(x, axis: 1), x => Ops.Max(x, [0, -1], initial: 0.01)),
        .. Of("Min", x => Ops.Min(x), x => Ops.Min(x, axis: 1), x => Ops.Min(x, [0, -1], initial: 0.01)),
        .. Of("Amax", x => Ops.Amax(x), x => Ops.Amax(x, [0, -1])),
        .. Of("Amin", x => Ops.Amin(x), x => Ops.Amin(x, [0, -1])),
        .. Of("Ptp", x => Ops.Ptp(x), x => Ops.Ptp(x, axis: 1), x => Ops.Ptp(x, [0, -1])),
        .. Of("Median", x => Ops.Median(x), x => Ops.Median(x, axis: 1), x => Ops.Median(x, [0, -1])),
        .. Of("Quantile", x => Ops.Quantile(x, 0.3), x => Ops.Quantile(x, 0.3, axis: 1, method: "midpoint")),
        .. Of("Percentile", x => Ops.Percentile(x, 30), x => Ops.Percentile(x, 30, axis: 1, method: "nearest")),
        .. Of("LogSumExp", x => Ops.LogSumExp(x), x => Ops.LogSumExp(x, [0, -1])),
        .. Of("NanSum", x => Ops.NanSum(x), x => Ops.NanSum(x, [0, -1])),
        .. Of("NanMean", x => Ops.NanMean(x), x => Ops.NanMean(x, [0, -1])),
        .. Of("NanProd", x => Ops.NanProd(x), x => Ops.NanProd(x, [0, -1])),
        .. Of("NanStd", x => Ops.NanStd(x), x => Ops.NanStd(x, [0, -1])),
        .. Of("NanVar", x => Ops.NanVar(x), x => Ops.NanVar(x, [0, -1])),
        .. Of("NanMax", x => Ops.NanMax(x), x => Ops.NanMax(x, [0, -1])),
        .. Of("NanMin", x => Ops.NanMin(x), x => Ops.NanMin(x, [0, -1])),
        .. Of("NanMedian", x => Ops.NanMedian(x), x => Ops.NanMedian(x, [0, -1])),
        .. Of("NanQuantile", x => Ops.NanQuantile(x, 0.3), x => Ops.NanQuantile(x, 0.3, axis: 1)),
        .. Of("NanPercentile", x => Ops.NanPercentile(x, 30), x => Ops.NanPercentile(x, 30, axis: 1)),
        .. Of("CumSum", x => Ops.CumSum(x), x => Ops.CumSum(x, axis: 1)),
        .. Of("CumProd", x => Ops.CumProd(x), x => Ops.CumProd(x, axis: 1)),
        .. Of("NanCumSum", x => Ops.NanCumSum(x), x => Ops.NanCumSum(x, axis: 1)),
        .. Of("NanCumProd", x => Ops.NanCumProd(x), x => Ops.NanCumProd(x, axis: 1)),
        .. Of("Sort", x => Ops.Sort(x), x => Ops.Sort(x, axis: 0)),
        .. Of("TopK", x => Ops.TopK(x, 2)[0]),
        .. Of("Moments", x => Join(Ops.Moments(x, [0, 2])), x => Join(Ops.Moments(x, 1, keepdims: true))),
        new("Average", x => Ops.Average(x[0], axis: 1, weights: x[1]), S((2, 3)), S(3, 0.5, 1, seed: 2)),
        new("Average", x => Ops.Average(x[0], [0, 1], x[1]), S((2, 3)), S((2, 3), 0.5, 1, seed: 2)),
        new("SegmentSum", x => Ops.SegmentSum(x[0], _ids, 5), S((4, 2))),
        new("SegmentProd", x => Ops.SegmentProd(x[0], _ids, 5), S((4, 2), 0.5, 1)),
        new("SegmentMax", x => Ops.SegmentMax(x[0], Tensor.Create([0, 0, 1, 2], 4), 3), Apart((4, 2))),
        new("SegmentMin", x => Ops.SegmentMin(x[0], Tensor.Create([0, 0, 1, 2], 4), 3), Apart((4, 2))),
        new("Trapezoid", x => Ops.Trapezoid(x[0], x[1]), S((2, 4)), Apart(4)),
        new("Diff", x => Ops.Diff(x[0], n: 2), S((2, 4))),
        new("Corrcoef", x => Ops.Corrcoef(x[0]), S((2, 4))),
        new("Correlate", x => Ops.Correlate(x[0], x[1], "full"), S(4), S(3, seed: 2)),
        new("Psnr", x => Ops.Psnr(x[0], x[1], 1), S((2, 3)), S((2, 3), seed: 2)),
    ];

    private static IEnumerable<OpGradient> Of(string op, params Func<Tensor, Tensor>[] calls) => calls.Select(call => new OpGradient(op, x => call(x[0]), Apart((2, 3, 2))));
}
