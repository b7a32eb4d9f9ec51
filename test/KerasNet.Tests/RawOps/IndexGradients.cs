using static KerasNet.Tests.GradientCase;

namespace KerasNet.Tests;

/// <summary>Gradient cases of ops that pick and place by indices.</summary>
internal sealed class IndexGradients : IGradientCases
{
    private static readonly Tensor _flat = Tensor.Create([2, 0, 2], 3);
    private static readonly Tensor _rows = Tensor.Create([2, 0, 1, 1, 2, 2], (3, 2));
    private static readonly Tensor _points = Tensor.Create([2L, 1, 0, 3, 2, 1], (3, 2));

    public IEnumerable<GradientCase> Cases() => [.. Gathers(), .. Scatters(), .. Segments(), .. Selections()];

    private static IEnumerable<GradientCase> Gathers()
    {
        foreach (var (shape, axis, batch, indices) in new (TensorShape, int, int, Tensor)[]
        {
            ((3, 4), 0, 0, _flat), ((3, 4), 0, 0, _rows), (4, 0, 0, _rows), ((3, 3, 2), 1, 0, _rows), ((2, 4, 3), -1, 0, _flat),
            ((3, 4), 1, 1, _rows), ((3, 2, 4), 2, 1, _rows), ((3, 2, 3), 2, 2, _rows), ((3, 3, 2), 1, 1, _flat),
        })
        {
            yield return new($"GatherV2 {shape} axis {axis} batch {batch} indices {indices.Shape}", x => RawOps.Square(RawOps.GatherV2(x[0], x[1], axis, batch)), Sample(shape), indices)
            { UnknownBatch = true, Batched = batch > 0 ? [0, 1] : [0], SecondOrder = true };
        }

        yield return new("GatherNd", x => RawOps.Square(RawOps.GatherNd(x[0], x[1])), Sample((3, 4)), _points) { UnknownBatch = true, SecondOrder = true };
        yield return new("GatherNd slices", x => RawOps.GatherNd(x[0], x[1]), Sample((3, 4, 2)), _points) { UnknownBatch = true };
        yield return new("GatherNd rows", x => RawOps.GatherNd(x[0], RawOps.ExpandDims(x[1], -1)), Sample((3, 4)), _rows) { UnknownBatch = true };
    }

    private static IEnumerable<GradientCase> Scatters()
    {
        foreach (var rest in new[] { TensorShape.Scalar, 2, (2, 3) })
        {
            TensorShape full = new([3, 4, .. rest.Dims]);
            var updates = Sample(new TensorShape([3, .. rest.Dims]), seed: 2);
            yield return new($"ScatterNd {full}", x => RawOps.Square(RawOps.ScatterNd(_points, x[0], Tensor.Create<long>([.. full.Dims.ToArray()], full.Rank))), updates) { UnknownBatch = true, SecondOrder = true };
            yield return new($"TensorScatterUpdate {full}", x => RawOps.Square(RawOps.TensorScatterUpdate(x[0], Tensor.Create([2L, 1, 0, 3, 1, 1], (3, 2)), x[1])), Sample(full), updates) { UnknownBatch = true, SecondOrder = true };
            yield return new($"TensorScatterAdd {full}", x => RawOps.Square(RawOps.TensorScatterAdd(x[0], _points, x[1])), Sample(full), updates) { UnknownBatch = true, SecondOrder = true };
            yield return new($"TensorScatterMax {full}", x => RawOps.TensorScatterMax(x[0], _points, x[1]), Sample(full), updates) { UnknownBatch = true };
            yield return new($"TensorScatterMin {full}", x => RawOps.TensorScatterMin(x[0], _points, x[1]), Sample(full), updates) { UnknownBatch = true };
        }
    }

    private static IEnumerable<GradientCase> Segments()
    {
        var negative = Tensor.Create([1, -1, 0, 1], 4);
        foreach (var rest in new[] { TensorShape.Scalar, 2, (2, 3) })
        {
            var data = Sample(new TensorShape([4, .. rest.Dims]));
            yield return new($"UnsortedSegmentSum {data.Shape}", x => RawOps.Square(RawOps.UnsortedSegmentSum(x[0], x[1], RawOps.Scalar(3))), data, negative) { UnknownBatch = true, SecondOrder = true };
            yield return new($"UnsortedSegmentMax {data.Shape}", x => RawOps.UnsortedSegmentMax(x[0], x[1], RawOps.Scalar(2)), data, negative) { UnknownBatch = true };
            yield return new($"UnsortedSegmentMin {data.Shape}", x => RawOps.UnsortedSegmentMin(x[0], x[1], RawOps.Scalar(2)), data, negative) { UnknownBatch = true };
        }

        yield return new("UnsortedSegmentSum of rows", x => RawOps.UnsortedSegmentSum(x[0], x[1], RawOps.Scalar(3)), Sample((3, 2, 4)), _rows) { UnknownBatch = true };
    }

    private static IEnumerable<GradientCase> Selections()
    {
        foreach (var (c, a, b) in new (TensorShape, TensorShape, TensorShape)[] { ((3, 4), (3, 4), (3, 4)), ((3, 1), 4, (3, 4)), (4, (2, 3, 1), TensorShape.Scalar), ((2, 1, 4), (3, 4), (2, 3, 1)) })
        {
            var condition = RawOps.Greater(Sample(c, seed: 5), Tensor.Create([0.0], TensorShape.Scalar));
            yield return new($"SelectV2 {c} {a} {b}", x => RawOps.Square(RawOps.SelectV2(x[2], x[0], x[1])), Sample(a), Sample(b, seed: 2), condition) { SecondOrder = true };
            yield return new($"SelectV2 {c} {a} {b}", x => RawOps.SelectV2(x[2], x[0], x[1]), Sample(a), Sample(b, seed: 2), condition) { UnknownBatch = true };
        }

        foreach (TensorShape shape in new TensorShape[] { 5, (3, 4), (2, 3, 4) })
        {
            yield return new($"TopKV2 {shape}", x => RawOps.TopKV2(x[0], RawOps.Scalar(3)).Values, Sample(shape)) { UnknownBatch = shape.Rank > 1 };
        }
    }
}
