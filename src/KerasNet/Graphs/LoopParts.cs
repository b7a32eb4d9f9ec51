namespace KerasNet.Graphs;

/// <summary>What the inputs, attributes and outputs of a loop's node mean.</summary>
internal readonly struct LoopParts(Node node)
{
    /// <summary>Number of tensors that each step hands to the next.</summary>
    public int CarryCount { get; } = node.Attr<int>("carries");

    /// <summary>Number of stacked tensors that are walked.</summary>
    public int XsCount { get; } = node.Attr<int>("xs");

    /// <summary>Stacked results that the loop's caller knows of; those behind them serve the derivative.</summary>
    public int YsCount { get; } = node.Attr<int>("ys");

    /// <summary>Takes carry, one element of each x, invariants; gives carry, one element of each y.</summary>
    public FunctionBody Body { get; } = node.Attr<FunctionBody>("body");

    /// <summary>Takes carry and its own invariants; gives whether there is a further step. Null: the length alone decides.</summary>
    public FunctionBody? Condition { get; } = node.Attr<FunctionBody?>("cond", null);

    /// <summary>Whether the last element comes first.</summary>
    public bool Reverse { get; } = node.Attr<bool>("reverse");

    /// <summary>Number of steps, or the most that there may be.</summary>
    public Tensor Length => node.Inputs[0];

    public ReadOnlySpan<Tensor> Carry => node.Inputs.AsSpan(1, CarryCount);

    public ReadOnlySpan<Tensor> Xs => node.Inputs.AsSpan(1 + CarryCount, XsCount);

    /// <summary>What the body takes that is the same at all steps.</summary>
    public ReadOnlySpan<Tensor> Invariants => node.Inputs.AsSpan(1 + CarryCount + XsCount, Body.Arguments.Length - CarryCount - XsCount);

    /// <summary>The number of steps that were made.</summary>
    public Tensor Steps => Condition is null ? Length : node.Outputs[0];

    /// <summary>Position of the first input of the condition's own.</summary>
    public int ConditionInvariants => 1 + Body.Arguments.Length;

    /// <summary>Position of the first stacked output.</summary>
    public int FirstY => 1 + CarryCount;

    /// <summary>The stacked values of tensors of the body; the loop's node gives them from now on.</summary>
    public Tensor Stack(Tensor inner)
    {
        var at = Array.IndexOf(Body.Outputs, inner, CarryCount);
        if (at < 0)
        {
            at = Body.Outputs.Length;
            var length = node.Outputs.Length > FirstY ? node.Outputs[FirstY].Shape[0] : Condition is null ? PartialValue.Of(Length)[0] : -1;
            node.Replace("body", Body with { Outputs = [.. Body.Outputs, inner] });
            node.Outputs = [.. node.Outputs, new Tensor(node, 1 + at, inner.DType, inner.Shape.Insert(0, length))];
        }

        return node.Outputs[1 + at];
    }
}
