using KerasNet.Graphs;

namespace KerasNet;

/// <summary>What Python's <c>x[a:b:c, i, None, ...]</c> takes of a shape: per axis of the input a begin, a step and a count, and the result's shape.</summary>
internal sealed class StridedSlicePlan
{
    private StridedSlicePlan(int[] begin, int[] step, int[] count, TensorShape result) =>
        (Begin, Step, Count, Result) = (begin, step, count, result);

    /// <summary>First position of each input axis; 0 where nothing is taken.</summary>
    public int[] Begin { get; }

    public int[] Step { get; }

    /// <summary>Number of positions of each input axis; -1 when unknown.</summary>
    public int[] Count { get; }

    public TensorShape Result { get; }

    public static StridedSlicePlan Of(Node node, TensorShape x, int[]? begin, int[]? end, int[] strides)
    {
        int Mask(string name) => node.Attr(name, 0);
        bool Bit(string name, int i) => (Mask(name) >> i & 1) != 0;
        var sparse = strides.Length;
        var consumed = Enumerable.Range(0, sparse).Count(i => !Bit("ellipsis_mask", i) && !Bit("new_axis_mask", i));
        if (consumed > x.Rank)
        {
            throw node.Error($"shape {x} has {x.Rank} axes. Received: {consumed} indices. Leave out {consumed - x.Rank}.");
        }

        var (b, s, c, dims) = (new int[x.Rank], new int[x.Rank], new int[x.Rank], new List<int>());
        var axis = 0;

        void Whole(int until)
        {
            for (; axis < until; axis++)
            {
                (b[axis], s[axis], c[axis]) = (0, 1, x[axis]);
                dims.Add(x[axis]);
            }
        }

        for (var i = 0; i < sparse; i++)
        {
            if (Bit("ellipsis_mask", i))
            {
                var rest = Enumerable.Range(i + 1, sparse - i - 1).Count(j => !Bit("new_axis_mask", j));
                Whole(x.Rank - rest);
            }
            else if (Bit("new_axis_mask", i))
            {
                dims.Add(1);
            }
            else if (Bit("shrink_axis_mask", i))
            {
                (b[axis], s[axis], c[axis]) = (Position(node, x, axis, begin?[i]), 1, 1);
                axis++;
            }
            else
            {
                (b[axis], s[axis], c[axis]) = Range(node, x[axis], Bit("begin_mask", i) ? null : begin?[i], Bit("end_mask", i) ? null : end?[i], strides[i],
                    (begin is null && !Bit("begin_mask", i)) || (end is null && !Bit("end_mask", i)));
                dims.Add(c[axis]);
                axis++;
            }
        }

        Whole(x.Rank);
        return new StridedSlicePlan(b, s, c, new TensorShape([.. dims]));
    }

    private static int Position(Node node, TensorShape x, int axis, int? index)
    {
        if (index is not { } i || x[axis] < 0)
        {
            return 0;
        }

        return i >= -x[axis] && i < x[axis]
            ? i < 0 ? i + x[axis] : i
            : throw node.Error($"slice index {i} of dimension {axis} out of bounds. Expected {-x[axis]} to {x[axis] - 1}, for shape {x}.");
    }

    private static (int Begin, int Step, int Count) Range(Node node, int size, int? begin, int? end, int step, bool open)
    {
        if (step == 0)
        {
            throw node.Error("strides[i] must be non-zero. Received: a step of 0.");
        }

        if (size < 0 || open)
        {
            // With an unknown size only whole axes, and ranges that surely lie inside, have a known count.
            return (begin ?? 0, step, -1);
        }

        var (low, high) = step > 0 ? (0, size) : (-1, size - 1);
        int Clamp(int value) => Math.Clamp(value < 0 ? value + size : value, low, high);
        var from = begin is { } b ? Clamp(b) : step > 0 ? low : high;
        var to = end is { } e ? Clamp(e) : step > 0 ? high : low;
        var length = step > 0 ? (to - from + step - 1) / step : (from - to - step - 1) / -step;
        return (from, step, Math.Max(length, 0));
    }
}
