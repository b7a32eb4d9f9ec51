namespace KerasNet.Graphs;

/// <summary>Traces the body of a loop and makes the loop's node.</summary>
internal static class LoopTrace
{
    private static readonly Tensor _noLimit = RawOps.Scalar(int.MaxValue);

    public static (Tensor[] Carry, Tensor[] Ys) Scan(
        Graph graph, Func<Tensor[], Tensor[], (Tensor[] Carry, Tensor[] Ys)> body, Tensor[] carry, Tensor[] xs, Tensor? length, bool reverse)
    {
        using var tracing = graph.Enter();
        var traced = Body(graph, body, carry, xs);
        return Make(graph, traced, length ?? RawOps.Dim(xs[0], 0), carry, xs, null, reverse);
    }

    public static Tensor[] While(Graph graph, Func<Tensor[], Tensor> condition, Func<Tensor[], Tensor[]> body, Tensor[] carry, Tensor? maximum)
    {
        using var tracing = graph.Enter();
        var traced = Body(graph, (c, _) => (body(c), []), carry, []);
        var test = new Graph(graph, isLoop: true);
        var arguments = Array.ConvertAll(traced.Body.Arguments[..traced.CarryCount], a => test.Placeholder(a.DType, a.Shape, "carry"));
        for (var i = 0; i < traced.Variables.Count; i++)
        {
            test.PendingWrites[traced.Variables[i]] = arguments[carry.Length + i];
        }

        Tensor more;
        using (test.Enter())
        {
            more = test.Import(condition(arguments[..carry.Length]));
        }

        if (test.PendingWrites.Count != traced.Variables.Count || traced.Variables.Where((v, i) => test.PendingWrites[v] != arguments[carry.Length + i]).Any())
        {
            throw new ArgumentException("A loop's condition must not assign variables. Assign them in the body.");
        }

        if (more.DType != DataType.Bool || more.Rank != 0)
        {
            throw new ArgumentException($"A loop's condition must give one bool. Received: {more.DType.Name()} of shape {more.Shape}.");
        }

        return Make(graph, traced, maximum ?? _noLimit, carry, [], new FunctionBody(test, [more]), false).Carry;
    }

    /// <summary>Adds a loop's node.</summary>
    public static Tensor[] Add(Graph graph, FunctionBody body, FunctionBody? condition, ReadOnlySpan<Tensor> inputs, int carries, int xs, bool reverse) => graph.Add(
        Op<ScanOp>.Instance,
        inputs,
        [
            ("body", body), .. condition is null ? [] : new (string, object)[] { ("cond", condition) },
            ("carries", carries), ("xs", xs), ("ys", body.Outputs.Length - carries), ("reverse", reverse),
        ]);

    private static (Tensor[] Carry, Tensor[] Ys) Make(Graph graph, Traced traced, Tensor length, Tensor[] carry, Tensor[] xs, FunctionBody? condition, bool reverse)
    {
        Tensor[] inputs =
        [
            length, .. carry, .. traced.Variables.Select(graph.Read), .. xs,
            .. traced.Body.Graph.Captures.Select(c => c.Outer), .. condition is null ? [] : condition.Graph.Captures.Select(c => c.Outer),
        ];
        var outputs = Add(graph, traced.Body, condition, inputs, traced.CarryCount, xs.Length, reverse);
        for (var i = 0; i < traced.Variables.Count; i++)
        {
            traced.Variables[i].Assign(outputs[1 + carry.Length + i]);
        }

        return (outputs[1..(1 + carry.Length)], outputs[(1 + traced.CarryCount)..]);
    }

    /// <summary>Traces until it is known which variables the body writes, and which sizes change from step to step.</summary>
    private static Traced Body(Graph graph, Func<Tensor[], Tensor[], (Tensor[] Carry, Tensor[] Ys)> body, Tensor[] carry, Tensor[] xs)
    {
        var shapes = Array.ConvertAll(carry, c => c.Shape);
        var variables = new List<KerasVariable>();
        while (true)
        {
            var inner = new Graph(graph, isLoop: true);
            Tensor[] carried = [.. carry.Select((c, i) => inner.Placeholder(c.DType, shapes[i], "carry"))];
            foreach (var variable in variables)
            {
                inner.PendingWrites[variable] = inner.Placeholder(variable.DType, variable.Shape, variable.Name);
            }

            var elements = Array.ConvertAll(xs, x => inner.Placeholder(x.DType, x.Shape[1..], "x"));
            Tensor[] next, ys;
            using (inner.Enter())
            {
                (next, ys) = body(carried, elements);
                (next, ys) = (Array.ConvertAll(next, inner.Import), Array.ConvertAll(ys, inner.Import));
            }

            var changed = Widen(shapes, carry, next);
            foreach (var variable in inner.PendingWrites.Keys.Except(variables).ToArray())
            {
                variables.Add(variable);
                changed = true;
            }

            if (!changed)
            {
                Tensor[] written = [.. variables.Select(v => inner.Import(inner.PendingWrites[v]))];
                return new Traced(new FunctionBody(inner, [.. next, .. written, .. ys]), carry.Length + variables.Count, variables);
            }
        }
    }

    /// <summary>Forgets sizes that the body does not keep; true when there was one.</summary>
    private static bool Widen(TensorShape[] shapes, Tensor[] carry, Tensor[] next)
    {
        if (next.Length != carry.Length)
        {
            throw new ArgumentException($"A loop's body must give as many tensors as it is given. Expected: {carry.Length}. Received: {next.Length}.");
        }

        var changed = false;
        for (var i = 0; i < shapes.Length; i++)
        {
            if (next[i].DType != carry[i].DType || !next[i].Shape.IsCompatibleWith(shapes[i]))
            {
                throw new ArgumentException(
                    $"A loop's body must keep types and shapes. Tensor {i} came in as {carry[i].DType.Name()} {shapes[i]}. Received: {next[i].DType.Name()} {next[i].Shape}. Cast or reshape it in the body or before the loop.");
            }

            for (var axis = 0; axis < shapes[i].Rank; axis++)
            {
                if (shapes[i][axis] >= 0 && next[i].Shape[axis] < 0)
                {
                    shapes[i] = shapes[i].With(axis, -1);
                    changed = true;
                }
            }
        }

        return changed;
    }

    private sealed record Traced(FunctionBody Body, int CarryCount, List<KerasVariable> Variables);
}
