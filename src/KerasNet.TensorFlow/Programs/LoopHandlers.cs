using KerasNet.Graphs;

namespace KerasNet.TensorFlow.Programs;

/// <summary>Loops, whose variables may be tensors, lists of tensors, and variables.</summary>
internal static class LoopHandlers
{
    public static IEnumerable<(string Op, OpHandler Run)> All => [("While", While), ("StatelessWhile", While)];

    private static object[] While(ProgramRun run, ProgramNode node, object[] inputs)
    {
        var (condition, body) = (AttributeReader.Function(node, "cond"), AttributeReader.Function(node, "body"));
        var (values, changes) = Prepare(run, body, inputs);
        object[] With(Tensor[] carry)
        {
            var all = (object[])values.Clone();
            foreach (var (k, i) in changes.Index())
            {
                all[i] = values[i] is TensorList list ? list with { Items = carry[k] } : carry[k];
            }

            return all;
        }

        Tensor[] Carry(object[] all) => [.. changes.Select(i => Item(all[i]))];
        return With(RawOps.While(
            carry => run.Call(condition, With(carry)) is [Tensor more] ? ValueHandlers.Truth(more) : throw new InvalidDataException("the loop's condition gives no tensor."),
            carry => Carry(run.Call(body, With(carry))),
            Carry(values)));
    }

    /// <summary>Traces one step aside: lists that were only reserved become lists of the elements that the step gives them, and what a step gives back as it came is no part of the loop.</summary>
    private static (object[] Values, int[] Changes) Prepare(ProgramRun run, string body, object[] inputs)
    {
        var aside = new Graph(Graph.Current);
        object[] arguments, results;
        using (aside.Enter())
        {
            Tensor Stand(Tensor t) => aside.Placeholder(t.DType, t.Shape, "carry");
            arguments = Array.ConvertAll(inputs, i => i switch
            {
                Tensor t => Stand(t),
                TensorList { Items: { } items } list => list with { Items = Stand(items) },
                _ => i,
            });
            results = run.Call(body, arguments);
        }

        if (results.Length != inputs.Length)
        {
            throw new InvalidDataException($"the loop has {inputs.Length} variables and its body gives {results.Length}.");
        }

        var changes = new List<int>();
        var values = (object[])inputs.Clone();
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is TensorList { Items: null } list && results[i] is TensorList { Items: { } made })
            {
                values[i] = list.Of(made.Shape[1..]);
            }

            var (before, after) = (arguments[i], results[i]);
            if (before.Equals(after) || (before is TensorList { Items: var a } && after is TensorList { Items: var b } && ReferenceEquals(a, b)))
            {
                continue;
            }

            if (values[i] is ProgramVariable || after is ProgramVariable || (before is TensorList) != (after is TensorList))
            {
                throw new NotSupportedException("A loop that exchanges variables is not run on the managed backend. Choose the tensorflow backend.");
            }

            changes.Add(i);
        }

        return (values, [.. changes]);
    }

    private static Tensor Item(object value) => value is TensorList list
        ? list.Items ?? throw new NotSupportedException("A loop with a list whose elements are not known is not run on the managed backend. Choose the tensorflow backend.")
        : ProgramRun.Tensor(value);
}
