namespace KerasNet.Graphs;

/// <summary>Loops over values: they run in C#, step by step, so that a tape sees every op.</summary>
internal static class Loops
{
    /// <summary>The graph that a call with these tensors belongs to; null when it runs at once.</summary>
    public static Graph? GraphOf(ReadOnlySpan<Tensor> inputs)
    {
        if (Graph.Current is { } current)
        {
            return current;
        }

        foreach (var input in inputs)
        {
            if (input.IsSymbolic && input.Node!.Graph is { } graph)
            {
                return graph;
            }
        }

        return null;
    }

    public static (Tensor[] Carry, Tensor[] Ys) ScanNow(
        Func<Tensor[], Tensor[], (Tensor[] Carry, Tensor[] Ys)> body, Tensor[] carry, Tensor[] xs, Tensor? length, bool reverse)
    {
        var count = length is not null ? (int)length : xs[0].Shape[0];
        if (Array.Find(xs, x => x.Shape[0] != count) is { } other)
        {
            throw new ArgumentException($"All xs of a scan must have {count} elements along axis 0. Received: shape {other.Shape}.");
        }

        if (count == 0)
        {
            return (carry, Empty(body, carry, xs));
        }

        var elements = Array.ConvertAll(xs, x => RawOps.Unpack(x, count));
        Tensor[][]? ys = null;
        for (var step = 0; step < count; step++)
        {
            var i = reverse ? count - 1 - step : step;
            (carry, var y) = body(carry, Array.ConvertAll(elements, e => e[i]));
            ys ??= Array.ConvertAll(y, _ => new Tensor[count]);
            for (var k = 0; k < ys.Length; k++)
            {
                ys[k][i] = y[k];
            }
        }

        return (carry, Array.ConvertAll(ys!, y => RawOps.Pack(y, 0)));
    }

    public static Tensor[] WhileNow(Func<Tensor[], Tensor> condition, Func<Tensor[], Tensor[]> body, Tensor[] carry, Tensor? maximum)
    {
        var most = maximum is null ? int.MaxValue : (int)maximum;
        for (var i = 0; i < most && condition(carry).ToDouble() != 0; i++)
        {
            carry = body(carry);
        }

        return carry;
    }

    /// <summary>Results of no step: their shapes come from a trace.</summary>
    private static Tensor[] Empty(Func<Tensor[], Tensor[], (Tensor[] Carry, Tensor[] Ys)> body, Tensor[] carry, Tensor[] xs)
    {
        var graph = new Graph();
        using var tracing = graph.Enter();
        Tensor Stand(Tensor t, TensorShape shape) => graph.Placeholder(t.DType, shape, "x");
        var (_, ys) = body(Array.ConvertAll(carry, c => Stand(c, c.Shape)), Array.ConvertAll(xs, x => Stand(x, x.Shape[1..])));
        return Array.ConvertAll(ys, y => Tensor.Allocate(y.DType, y.Shape.Insert(0, 0)));
    }
}
