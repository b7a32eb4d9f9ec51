using static KerasNet.Tests.GradientCase;

namespace KerasNet.Tests;

/// <summary>Gradient cases of ops that move elements: shapes, parts, joins, paddings.</summary>
internal sealed class ArrayGradients : IGradientCases
{
    private static readonly TensorShape[] _shapes = [(3, 4), (2, 3, 4), (3, 2, 1, 4)];

    public IEnumerable<GradientCase> Cases() => [.. Shapes(), .. Parts(), .. Joins(), .. Paddings(), .. Space(), .. Matrices()];

    private static IEnumerable<GradientCase> Shapes()
    {
        foreach (var shape in _shapes)
        {
            var rank = shape.Rank;
            int[] back = [.. Enumerable.Range(0, rank).Reverse()];
            int[] turned = [.. Enumerable.Range(0, rank).Select(i => (i + 1) % rank)];
            yield return new($"Identity {shape}", x => RawOps.Identity(x[0]), Sample(shape)) { UnknownBatch = true };
            yield return new($"Transpose {shape}", x => RawOps.Square(RawOps.Transpose(x[0], back)), Sample(shape)) { UnknownBatch = true, SecondOrder = true };
            yield return new($"Transpose turned {shape}", x => RawOps.Transpose(x[0], turned), Sample(shape)) { UnknownBatch = true };
            yield return new($"Squeeze {shape}", x => RawOps.Squeeze(RawOps.ExpandDims(x[0], 1), 1), Sample(shape)) { UnknownBatch = true };
            yield return new($"ReverseV2 {shape}", x => RawOps.ReverseV2(x[0], 0, -1), Sample(shape)) { UnknownBatch = true };
            yield return new($"Roll {shape}", x => RawOps.Roll(x[0], RawOps.Constant(1, -3), RawOps.Constant(0, -1)), Sample(shape)) { UnknownBatch = true };
            yield return new($"Tile {shape}", x => RawOps.Square(RawOps.Tile(x[0], RawOps.Constant([.. new[] { 2, 1, 3, 2 }.Take(rank)]))), Sample(shape)) { UnknownBatch = true, SecondOrder = true };
            yield return new($"StopGradient {shape}", x => RawOps.AddV2(x[0], RawOps.StopGradient(RawOps.OnesLike(x[0]))), Sample(shape)) { UnknownBatch = true };
            yield return new($"CheckNumerics {shape}", x => RawOps.CheckNumerics(x[0], "x"), Sample(shape)) { UnknownBatch = true };
        }

        yield return new("Squeeze all", x => RawOps.Squeeze(x[0]), Sample((1, 3, 1)));
        yield return new("Fill", x => RawOps.Fill(RawOps.Constant(2, 3), x[0]), Sample(TensorShape.Scalar));
        yield return new("Fill to an unknown size", x => RawOps.Mul(x[1], RawOps.Fill(RawOps.Shape(x[1]), x[0])), Sample(TensorShape.Scalar), Sample((3, 2))) { UnknownBatch = true };
        foreach (var axes in new[] { (1, 0), (0, 1), (2, 0) })
        {
            yield return new($"ReverseSequence {axes}", x => RawOps.ReverseSequence(x[0], x[1], axes.Item1, axes.Item2), Sample((3, 3, 3)), Tensor.Create([2L, 0L, 3L], 3)) { UnknownBatch = true };
        }
    }

    private static IEnumerable<GradientCase> Parts()
    {
        foreach (var shape in _shapes)
        {
            var rank = shape.Rank;
            int[] begin = [1, 0, 0, 1];
            int[] size = [2, 2, 1, 2];
            yield return new($"Slice {shape}", x => RawOps.Square(RawOps.Slice(x[0], RawOps.Constant(begin.AsSpan(..rank)), RawOps.Constant([.. size.Take(rank - 1), -1]))), Sample(shape.With(0, 3))) { UnknownBatch = true, SecondOrder = true };
            yield return new($"Slice rows {shape}", x => RawOps.Slice(x[0], RawOps.Constant([1, .. new int[rank - 1]]), RawOps.Constant([2, .. shape.Dims[1..]])), Sample(shape.With(0, 3))) { UnknownBatch = true };
            yield return new($"StridedSlice backwards {shape}", x => RawOps.Square(Strided(x[0], [0, 3], [0, 0], [1, -2], new() { Begin = 1, End = 3 })), Sample(shape.With(1, 4))) { UnknownBatch = true, SecondOrder = true };
            yield return new($"StridedSlice batch backwards {shape}", x => Strided(x[0], [0, -1], [0, -4], [-1, -1], new() { Begin = 1, End = 1 }), Sample(shape.With(1, 4))) { UnknownBatch = true };
            yield return new($"StridedSlice positions {shape}", x => Strided(x[0], [-1, 0, 1], [0, 0, 0], [1, 1, 1], new() { ShrinkAxis = 5, Ellipsis = 2 }), Sample(shape)) { UnknownBatch = true };
            yield return new($"StridedSlice new axis {shape}", x => Strided(x[0], [0, 0, 1], [0, 0, 3], [1, 1, 1], new() { NewAxis = 2, Begin = 1, End = 1, Ellipsis = 1 }), Sample(shape)) { UnknownBatch = true };
            yield return new($"Unpack {shape}", x => RawOps.Mul(RawOps.Unpack(x[0], 4, -1)[1], RawOps.Unpack(x[0], 4, -1)[2]), Sample(shape)) { UnknownBatch = true, SecondOrder = true };
            yield return new($"Split {shape}", x => RawOps.Split(x[0], 2, -1)[1], Sample(shape)) { UnknownBatch = true };
            yield return new($"Split batch {shape}", x => RawOps.Split(x[0], 2, 0)[1], Sample(shape.With(0, 4))) { UnknownBatch = true };
            yield return new($"SplitV {shape}", x => RawOps.SplitV(x[0], RawOps.Constant(1, -1, 1), -1, 3)[1], Sample(shape)) { UnknownBatch = true };
        }
    }

    private static IEnumerable<GradientCase> Joins()
    {
        foreach (var shape in _shapes)
        {
            var last = shape.Rank - 1;
            yield return new($"ConcatV2 {shape}", x => RawOps.Square(RawOps.ConcatV2([x[0], x[1], x[0]], -1)), Sample(shape), Sample(shape.With(last, 2), seed: 2)) { UnknownBatch = true, SecondOrder = true };
            yield return new($"ConcatV2 batch {shape}", x => RawOps.ConcatV2([x[0], x[1]], 0), Sample(shape), Sample(shape.With(0, 5), seed: 2)) { UnknownBatch = true };
            yield return new($"Pack {shape}", x => RawOps.Square(RawOps.Pack([x[0], x[1]], -1)), Sample(shape), Sample(shape, seed: 2)) { UnknownBatch = true, SecondOrder = true };
            yield return new($"Pack first {shape}", x => RawOps.Pack([x[0], x[1], x[0]]), Sample(shape), Sample(shape, seed: 2)) { UnknownBatch = true };
        }
    }

    private static IEnumerable<GradientCase> Paddings()
    {
        foreach (var shape in _shapes)
        {
            var pads = Tensor.Create<int>([.. Enumerable.Range(0, shape.Rank).SelectMany(i => new[] { i % 2, i == 0 ? 0 : 2 })], (shape.Rank, 2));
            var mirrored = Tensor.Create<int>([.. Enumerable.Range(0, shape.Rank).SelectMany(i => i == 0 || i == shape.Rank - 1 ? new[] { 2, 1 } : [0, 0])], (shape.Rank, 2));
            yield return new($"Pad {shape}", x => RawOps.Square(RawOps.Pad(x[0], pads)), Sample(shape)) { UnknownBatch = true, SecondOrder = true };
            yield return new($"PadV2 {shape}", x => RawOps.PadV2(x[0], pads, x[1]), Sample(shape), Sample(TensorShape.Scalar)) { UnknownBatch = true };
            yield return new($"MirrorPad reflect {shape}", x => RawOps.Square(RawOps.MirrorPad(x[0], mirrored, "REFLECT")), Sample(shape.With(0, 3))) { UnknownBatch = true, SecondOrder = true };
            yield return new($"MirrorPad symmetric {shape}", x => RawOps.MirrorPad(x[0], mirrored, "SYMMETRIC"), Sample(shape)) { UnknownBatch = true };
        }
    }

    private static IEnumerable<GradientCase> Space()
    {
        var block = RawOps.Constant(2, 3);
        var pads = Tensor.Create([1, 1, 0, 2], (2, 2));
        foreach (TensorShape shape in new TensorShape[] { (1, 4, 4, 2), (2, 2, 7, 1), (3, 4, 1, 3) })
        {
            yield return new($"SpaceToBatchND {shape}", x => RawOps.SpaceToBatchND(x[0], block, pads), Sample(shape)) { UnknownBatch = true };
            yield return new($"BatchToSpaceND {shape}", x => RawOps.BatchToSpaceND(x[0], block, pads), Sample(shape.With(0, shape[0] * 6))) { UnknownBatch = true };
        }

        foreach (TensorShape shape in new TensorShape[] { (1, 4, 4, 4), (2, 2, 6, 8), (3, 4, 2, 4) })
        {
            yield return new($"DepthToSpace {shape}", x => RawOps.DepthToSpace(x[0], 2), Sample(shape)) { UnknownBatch = true };
            yield return new($"SpaceToDepth {shape}", x => RawOps.SpaceToDepth(x[0], 2), Sample(shape)) { UnknownBatch = true };
        }
    }

    private static IEnumerable<GradientCase> Matrices()
    {
        foreach (TensorShape shape in new TensorShape[] { (3, 4), (4, 3), (2, 3, 3) })
        {
            yield return new($"MatrixBandPart {shape}", x => RawOps.MatrixBandPart(x[0], 1, 0), Sample(shape)) { UnknownBatch = shape.Rank > 2 };
            yield return new($"MatrixDiagPartV3 {shape}", x => RawOps.Square(RawOps.MatrixDiagPartV3(x[0], RawOps.Scalar(1), Zero)), Sample(shape)) { UnknownBatch = shape.Rank > 2, SecondOrder = true };
            yield return new($"MatrixDiagPartV3 band {shape}", x => RawOps.MatrixDiagPartV3(x[0], RawOps.Constant(-1, 1), Zero), Sample(shape)) { UnknownBatch = true };
            yield return new($"MatrixDiagV3 {shape}", x => RawOps.Square(RawOps.MatrixDiagV3(x[0], RawOps.Scalar(-1), RawOps.Scalar(-1), RawOps.Scalar(-1), Zero)), Sample(shape)) { UnknownBatch = true, SecondOrder = true };
        }
    }

    private static Tensor Zero => Tensor.Create([0.0], TensorShape.Scalar);

    private static Tensor Strided(Tensor x, int[] begin, int[] end, int[] strides, SliceMasks masks) =>
        RawOps.StridedSlice(x, RawOps.Constant(begin), RawOps.Constant(end), RawOps.Constant(strides), masks);
}
