using KerasNet.Graphs;

namespace KerasNet.TensorFlow.Programs;

/// <summary>Loops whose number of steps is known before they run, as those of recurrent layers: a counter decides, and lists are filled one element a step. Such a list need not be carried from step to step.</summary>
internal static class CountedLoop
{
    private const int MostSteps = 20_000;

    /// <summary>The number of steps; null where the loop's tensors decide it.</summary>
    /// <param name="loop">The loop, traced once.</param>
    /// <param name="condition">The function that decides whether there is a further step.</param>
    public static int? Steps(LoopSketch loop, Func<object[], object[]> condition)
    {
        var at = (object[])loop.Values.Clone();
        var counters = loop.Changes.Where(i => Increment(loop, i) is not null).ToList();
        foreach (var i in loop.Changes.Except(counters))
        {
            at[i] = loop.Arguments[i];
        }

        using var aside = loop.Graph.Enter();
        for (var step = 0; step < MostSteps; step++)
        {
            foreach (var i in counters)
            {
                var start = (Tensor)loop.Values[i];
                at[i] = Ops.Cast(RawOps.Scalar(start.ToDouble() + (step * Increment(loop, i)!.Value), DataType.Float64), start.DType);
            }

            if (condition(at) is not [Tensor { IsConcrete: true, DType: DataType.Bool, Rank: 0 } more])
            {
                return null;
            }

            if (more.ToDouble() == 0)
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>Whether every step sets the list's element of its own number, and nothing else is done with the list.</summary>
    public static bool Fills(LoopSketch loop, int i, int steps) =>
        loop.Arguments[i] is TensorList { Items: { } before } list && list.Count == steps
        && loop.Results[i] is TensorList { Items.Node: { Definition: TensorScatterUpdateOp } set } && ReferenceEquals(set.Inputs[0], before)
        && set.Inputs[1].Node is { Definition: ReshapeOp } place && loop.Changes.Any(c => ReferenceEquals(loop.Arguments[c], place.Inputs[0]) && ((Tensor)loop.Values[c]).ToDouble() == 0 && Increment(loop, c) == 1)
        && loop.Graph.Nodes.Sum(n => n.Inputs.Count(x => ReferenceEquals(x, before))) == 1;

    /// <summary>What is added to a counter in every step; null for what is no counter.</summary>
    private static double? Increment(LoopSketch loop, int i)
    {
        if (loop.Values[i] is not Tensor { IsConcrete: true, Rank: 0, DType: DataType.Int32 or DataType.Int64 } || loop.Results[i] is not Tensor { Node: { Definition: AddV2Op } sum })
        {
            return null;
        }

        return (sum.Inputs[0], sum.Inputs[1]) switch
        {
            (var a, { IsConcrete: true, Rank: 0 } b) when ReferenceEquals(a, loop.Arguments[i]) => b.ToDouble(),
            ({ IsConcrete: true, Rank: 0 } a, var b) when ReferenceEquals(b, loop.Arguments[i]) => a.ToDouble(),
            _ => null,
        };
    }
}
