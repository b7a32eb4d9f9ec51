namespace KerasNet.TensorFlow.Programs;

/// <summary>Loops, whose variables may be tensors, lists of tensors, and variables.</summary>
internal static class LoopHandlers
{
    public static IEnumerable<(string Op, OpHandler Run)> All => [("While", While), ("StatelessWhile", While)];

    private static object[] While(ProgramRun run, ProgramNode node, object[] inputs)
    {
        var (condition, body) = (AttributeReader.Function(node, "cond"), AttributeReader.Function(node, "body"));
        var loop = LoopSketch.Of(a => run.Call(body, a), inputs);
        return CountedLoop.Steps(loop, a => run.Call(condition, a)) is { } steps ? Scan(run, body, loop, steps) : While(run, condition, body, loop);
    }

    private static object[] While(ProgramRun run, string condition, string body, LoopSketch loop)
    {
        Tensor[] Carry(object[] all) => [.. loop.Changes.Select(i => Item(all[i]))];
        return With(loop.Values, loop.Changes, RawOps.While(
            carry => run.Call(condition, With(loop.Values, loop.Changes, carry)) is [Tensor more] ? ValueHandlers.Truth(more) : throw new InvalidDataException("the loop's condition gives no tensor."),
            carry => Carry(run.Call(body, With(loop.Values, loop.Changes, carry))),
            Carry(loop.Values)));
    }

    /// <summary>A loop of a known number of steps; lists that it fills are collected.</summary>
    private static object[] Scan(ProgramRun run, string body, LoopSketch loop, int steps)
    {
        if (steps == 0)
        {
            return loop.Values;
        }

        int[] filled = [.. loop.Changes.Where(i => CountedLoop.Fills(loop, i, steps))];
        int[] carried = [.. loop.Changes.Except(filled)];
        Tensor[] Carry(object[] all) => [.. carried.Select(i => Item(all[i]))];
        var (last, collected) = RawOps.Scan(
            (carry, _) =>
            {
                var arguments = With(loop.Values, carried, carry);
                foreach (var i in filled)
                {
                    arguments[i] = (TensorList)loop.Values[i] with { IsCollected = true };
                }

                var results = run.Call(body, arguments);
                return (Carry(results), [.. filled.Select(i => ProgramRun.List(results[i]).Items!)]);
            },
            Carry(loop.Values),
            [],
            RawOps.Scalar(steps));
        return With(With(loop.Values, carried, last), filled, collected);
    }

    /// <summary>The loop's variables with other values for some.</summary>
    private static object[] With(object[] values, int[] places, Tensor[] tensors)
    {
        var all = (object[])values.Clone();
        foreach (var (k, i) in places.Index())
        {
            all[i] = values[i] is TensorList list ? list with { Items = tensors[k] } : tensors[k];
        }

        return all;
    }

    private static Tensor Item(object value) => value is TensorList list
        ? list.Items ?? throw new NotSupportedException("A loop with a list whose elements are not known is not run on the managed backend. Choose the tensorflow backend.")
        : ProgramRun.Tensor(value);
}
