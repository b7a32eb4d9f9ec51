namespace KerasNet.Tests;

/// <summary>The calls of scripts/make_array_goldens.py, by the same names.</summary>
internal static class ArrayOpCases
{
    [ThreadStatic]
    private static Graphs.Graph? _graph;

    [ThreadStatic]
    private static Dictionary<Tensor, Tensor>? _values;

    public static IReadOnlyDictionary<string, Func<Tensors>> All { get; } = new Dictionary<string, Func<Tensors>>
    {
        ["reshape"] = () => Ops.Reshape(C, [3, -1]),
        ["transpose"] = () => Ops.Transpose(C),
        ["transpose axes"] = () => Ops.Transpose(C, [1, -1, 0]),
        ["expand_dims"] = () => Ops.ExpandDims(X, -1),
        ["expand_dims two"] = () => Ops.ExpandDims(X, [0, -1]),
        ["squeeze"] = () => Ops.Squeeze(Whole(Sample(1, 3, 1))),
        ["squeeze axis"] = () => Ops.Squeeze(Sample(1, 3, 1), -1),
        ["concatenate"] = () => Ops.Concatenate([X, Sample(3, 2)], axis: 1),
        ["concatenate types"] = () => Ops.Concatenate([X, Ints(1, 4)], axis: 0),
        ["stack"] = () => Ops.Stack([X, X + 1], axis: -1),
        ["unstack"] = () => Ops.Unstack(C, axis: 1),
        ["split"] = () => Ops.Split(C, 2, axis: 2),
        ["split at"] = () => Ops.Split(X, [1, 3], axis: 1),
        ["array_split"] = () => Ops.ArraySplit(Whole(Sample(7)), 3),
        ["tile"] = () => Ops.Tile(X, [2, 1, 2]),
        ["tile short"] = () => Ops.Tile(C, 2),
        ["repeat"] = () => Ops.Repeat(X, 2, axis: 1),
        ["repeat flat"] = () => Ops.Repeat(X, 2),
        ["repeat counts"] = () => Ops.Repeat(X, [2, 0, 1], axis: 0),
        ["pad"] = () => Ops.Pad(X, [(1, 0), (0, 2)]),
        ["pad value"] = () => Ops.Pad(X, 1, constantValues: 7),
        ["pad reflect"] = () => Ops.Pad(X, [(2, 1), (0, 3)], mode: "reflect"),
        ["pad symmetric"] = () => Ops.Pad(X, [(2, 1), (4, 3)], mode: "symmetric"),
        ["flip"] = () => Ops.Flip(X),
        ["flip axis"] = () => Ops.Flip(C, -1),
        ["roll"] = () => Ops.Roll(X, 5),
        ["roll axis"] = () => Ops.Roll(C, -1, 1),
        ["roll axes"] = () => Ops.Roll(C, [1, 3], [0, 2]),
        ["take"] = () => Ops.Take(X, new[] { 2, -1, 0 }, axis: 0),
        ["take flat"] = () => Ops.Take(X, Tensor.From(new[,] { { 11, 0 }, { -1, 5 } })),
        ["take inner"] = () => Ops.Take(C, Tensor.From(new[,] { { 1, 0 }, { 2, 2 } }), axis: 1),
        ["take_along_axis"] = () => Ops.TakeAlongAxis(X, Tensor.From(new[,] { { 0, -1 }, { 2, 1 }, { 3, 3 } }), axis: 1),
        ["take_along_axis broadcast"] = () => Ops.TakeAlongAxis(C, Tensor.From(new[, ,] { { { 1L, 0, 2, -1 } } }), axis: 1),
        ["take_along_axis flat"] = () => Ops.TakeAlongAxis(X, new[] { 3, -2 }),
        ["where"] = () => Ops.Where(X > 0, X, 0),
        ["where types"] = () => Ops.Where(X > 0, Ints(3, 4), 1.5),
        ["where positions"] = () => Ops.Where(X > 2),
        ["nonzero"] = () => Ops.Nonzero(Ints(3, 4) > 0),
        ["one_hot"] = () => Ops.OneHot(Tensor.From(new[,] { { 0, 2 }, { -1, 5 } }), 4),
        ["one_hot axis"] = () => Ops.OneHot(new[] { 0, 2, 1 }, 4, axis: 0, dtype: DataType.Int32),
        ["multi_hot"] = () => Ops.MultiHot(Tensor.From(new[,] { { 0, 2 }, { 1, 1 } }), 4),
        ["multi_hot row"] = () => Ops.MultiHot(new[] { 3, 1 }, 4, dtype: DataType.Int32),
        ["arange"] = () => Ops.Arange(5),
        ["arange step"] = () => Ops.Arange(7, 1, -2),
        ["arange float"] = () => Ops.Arange(0.0, 1.0, 0.3),
        ["arange dtype"] = () => Ops.Arange(2, 6, dtype: DataType.Float32),
        ["linspace"] = () => Ops.Linspace(0, 1, 7),
        ["linspace open"] = () => Ops.Linspace(0.0, 1.0, 4, endpoint: false),
        ["linspace rows"] = () => Ops.Linspace(Whole(Sample(3)), 2.0, 3, axis: -1),
        ["zeros"] = () => Ops.Zeros((2, 3)),
        ["ones"] = () => Ops.Ones(2, DataType.Int32),
        ["full"] = () => Ops.Full((2, 3), 4),
        ["full row"] = () => Ops.Full((2, 3), new[] { 1, 2, 3 }, DataType.Int32),
        ["zeros_like"] = () => Ops.ZerosLike(Ints(2, 2)),
        ["ones_like"] = () => Ops.OnesLike(X, DataType.Bool),
        ["full_like"] = () => Ops.FullLike(Ints(2, 2), 3.7),
        ["eye"] = () => Ops.Eye(3),
        ["eye above"] = () => Ops.Eye(3, 4, k: 1, dtype: DataType.Int32),
        ["eye below"] = () => Ops.Eye(3, 2, k: -1),
        ["identity"] = () => Ops.Identity(2),
        ["broadcast_to"] = () => Ops.BroadcastTo(Sample(3, 1), (2, 3, 4)),
        ["size"] = () => Ops.Size(C),
        ["moveaxis"] = () => Ops.MoveAxis(C, 0, -1),
        ["moveaxis two"] = () => Ops.MoveAxis(C, [0, 2], [1, 0]),
        ["swapaxes"] = () => Ops.SwapAxes(C, 0, -1),
        ["ravel"] = () => Ops.Ravel(C),
        ["meshgrid"] = () => Ops.Meshgrid([Sample(3), Sample(2)]),
        ["meshgrid ij"] = () => Ops.Meshgrid([Sample(3), Sample(2)], indexing: "ij"),
        ["diag"] = () => Ops.Diag(Whole(Sample(3)), k: -1),
        ["diag part"] = () => Ops.Diag(X, k: 1),
        ["diagonal"] = () => Ops.Diagonal(C, offset: 1, axis1: 2, axis2: 0),
        ["tril"] = () => Ops.Tril(C, k: 1),
        ["tril low"] = () => Ops.Tril(X, k: -1),
        ["triu"] = () => Ops.Triu(C),
        ["triu high"] = () => Ops.Triu(X, k: 2),
        ["top_k"] = () => Ops.TopK(X, 2),
        ["in_top_k"] = () => Ops.InTopK(new[] { 0, 3, 1 }, X, 2),
        ["argsort"] = () => Ops.Argsort(X),
        ["argsort axis"] = () => Ops.Argsort(C, axis: 1),
        ["argsort flat"] = () => Ops.Argsort(Ints(3, 4), axis: null),
        ["sort"] = () => Ops.Sort(X),
        ["sort axis"] = () => Ops.Sort(Ints(3, 4), axis: 0),
        ["sort unsigned"] = () => Ops.Sort(Tensor.From(new byte[] { 3, 0, 255, 7 })),
        ["sort bool"] = () => Ops.Sort(Tensor.From(new[] { true, false, true })),
        ["searchsorted"] = () => Ops.SearchSorted(new[] { 1f, 2, 2, 5 }, Sample(7)),
        ["searchsorted right"] = () => Ops.SearchSorted(new[] { 1f, 2, 2, 5 }, new[] { 2f, 0, 9 }, side: "right"),
        ["segment_sum"] = () => Ops.SegmentSum(X, new[] { 1, 0, 1 }, numSegments: 3),
        ["segment_max"] = () => Ops.SegmentMax(X, new[] { 1, 0, 1 }, numSegments: 2),
        ["scatter"] = () => Ops.Scatter(Tensor.From(new[,] { { 0, 1 }, { 2, 0 }, { 0, 1 } }), Whole(Sample(3)), (3, 2)),
        ["scatter_update"] = () => Ops.ScatterUpdate(X, Tensor.From(new[,] { { 0 }, { 2 } }), Sample(2, 4)),
        ["scatter_update add"] = () => Ops.ScatterUpdate(X, Tensor.From(new[,] { { 0, 1 }, { 2, 2 }, { 0, 1 } }), Sample(3), reduction: "add"),
        ["scatter_update max"] = () => Ops.ScatterUpdate(X, Tensor.From(new[,] { { 0, 1 }, { 2, 2 }, { 0, 1 } }), Sample(3), reduction: "max"),
        ["scatter_update min"] = () => Ops.ScatterUpdate(X, Tensor.From(new[,] { { 0, 1 }, { 2, 2 }, { 0, 1 } }), Sample(3), reduction: "min"),
        ["slice"] = () => Ops.Slice(C, new[] { 1, 0, 2 }, (1, 2, 2)),
        ["slice_update"] = () => Ops.SliceUpdate(X, new[] { 1, 2 }, Sample(2, 2) + 20),
        ["isclose"] = () => Ops.IsClose(X, X + 1e-5f),
        ["rot90"] = () => Ops.Rot90(X),
        ["rot90 back"] = () => Ops.Rot90(C, k: -1, axes: [0, 2]),
        ["hstack"] = () => Ops.Hstack([X, Sample(3, 1)]),
        ["vstack"] = () => Ops.Vstack([Sample(1, 4), X]),
        ["append"] = () => Ops.Append(X, Ints(2)),
        ["append rows"] = () => Ops.Append(X, Sample(1, 4), axis: 0),
        ["copy"] = () => Ops.Copy(X),
        ["diagflat"] = () => Ops.Diagflat(Whole(Sample(2, 2)), k: 1),
        ["dstack"] = () => Ops.Dstack([X, X + 1]),
        ["dstack vectors"] = () => Ops.Dstack([Sample(3), Sample(3)]),
        ["dsplit"] = () => Ops.Dsplit(C, 2),
        ["hsplit"] = () => Ops.Hsplit(X, [1, 3]),
        ["hsplit vector"] = () => Ops.Hsplit(Sample(4), 2),
        ["vsplit"] = () => Ops.Vsplit(C, 2),
        ["fliplr"] = () => Ops.Fliplr(C),
        ["flipud"] = () => Ops.Flipud(X),
        ["logspace"] = () => Ops.Logspace(0.0, 2.0, 5),
        ["logspace two"] = () => Ops.Logspace(0.0, 3.0, 3, endpoint: false, @base: 2),
        ["segment_min"] = () => Ops.SegmentMin(X, new[] { 1, 0, 1 }, numSegments: 2),
        ["select"] = () => Ops.Select([X < -2, X > 2], [X, X * 2], 7.0),
        ["tri"] = () => Ops.Tri(3, 4, k: 1),
        ["tri low"] = () => Ops.Tri(4, k: -2, dtype: DataType.Int32),
        ["unravel_index"] = () => Ops.UnravelIndex(new[] { 0, 5, 11 }, (3, 4)),
        ["isin"] = () => Ops.IsIn(X, new[] { -5f, 2, 2 }),
        ["isin invert"] = () => Ops.IsIn(Ints(2, 3), new[] { 1, 2 }, invert: true),
        ["digitize"] = () => Ops.Digitize(X, new[] { -2f, 0, 2 }),
        ["outer"] = () => Ops.Outer(Sample(3), Sample(2, 2)),
        ["item"] = () => X[.., 0],
        ["item part"] = () => C[.., 0, 1..4],
        ["item new axis"] = () => X[Ops.Ellipsis, Ops.NewAxis],
        ["item back"] = () => C[Ops.Step(null, null, -1), .., Ops.Step(null, null, -2)],
        ["item last"] = () => C[^1, Ops.Ellipsis, 1..],
        ["item middle"] = () => C[.., Ops.NewAxis, 1..^1, -2],
    };

    private static Tensor X => Sample(3, 4);

    private static Tensor C => Sample(2, 3, 4);

    /// <summary>Makes the samples of this thread placeholders of a graph, with an unknown first axis, until the result is disposed.</summary>
    public static IDisposable Symbolic(Graphs.Graph graph)
    {
        (_graph, _values) = (graph, []);
        return new Leave();
    }

    public static Tensor ValueOf(Tensor placeholder) => _values![placeholder];

    private static Tensor Sample(params int[] shape)
    {
        var count = shape.Aggregate(1, (a, b) => a * b);
        return Given(Tensor.Create<float>([.. Enumerable.Range(0, count).Select(i => ((i * 7 % 21) - 10) / 2f)], shape));
    }

    private static Tensor Ints(params int[] shape)
    {
        var count = shape.Aggregate(1, (a, b) => a * b);
        return Given(Tensor.Create<int>([.. Enumerable.Range(0, count).Select(i => ((i * 7 % 21) - 10) / 2)], shape));
    }

    /// <summary>The value itself: the call needs all sizes.</summary>
    private static Tensor Whole(Tensor sample) => _values is { } values && values.TryGetValue(sample, out var value) ? value : sample;

    private static Tensor Given(Tensor value)
    {
        if (_graph is null)
        {
            return value;
        }

        var placeholder = _graph.Placeholder(value.DType, value.Shape.With(0, -1), "x");
        _values![placeholder] = value;
        return placeholder;
    }

    private sealed class Leave : IDisposable
    {
        public void Dispose() => _graph = null;
    }
}
