namespace KerasNet.Layers;

/// <summary>What layers that join several inputs share: the broadcast of shapes, the union of masks.</summary>
public abstract class Merge : Layer
{
    private protected Merge()
    {
    }

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <summary>Joins tensors into one.</summary>
    public new Tensor Apply(Tensors inputs, Tensors? mask = null, bool? training = null) =>
        Invoke(inputs, new CallArguments { Masks = mask, Training = training }).Single();

    /// <inheritdoc/>
    protected override void Build(IReadOnlyList<TensorShape> inputs)
    {
        if (inputs.Count < 2)
        {
            throw new ArgumentException($"A merge layer should be called on a list of at least 2 inputs. Layer '{Name}' received {inputs.Count} input(s) of shapes {string.Join(", ", inputs)}.");
        }
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context)
    {
        var rank = inputs.Max(t => t.Rank);
        return Join([.. inputs.Select(t => Raise(t, rank))]);
    }

    /// <summary>Joins tensors of one rank.</summary>
    private protected abstract Tensor Join(Tensor[] inputs);

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMasks(Tensors inputs, IReadOnlyList<Tensor?> masks) =>
        masks.Any(m => m is null) || masks.Count == 0 ? [null] : [masks.OfType<Tensor>().Aggregate(Ops.LogicalAnd)];

    private protected Tensor Fold(Tensor[] inputs, Func<Tensor, Tensor, Tensor> join)
    {
        try
        {
            return inputs.Aggregate(join);
        }
        catch (ArgumentException e) when (e.Message.Contains("broadcast", StringComparison.Ordinal))
        {
            throw new ArgumentException($"Layer '{Name}': inputs have incompatible shapes. Received shapes {string.Join(" and ", inputs.Select(t => t.Shape[1..]))}.", e);
        }
    }

    /// <summary>Keras's rule: inputs of lower rank get axes of 1 after the batch.</summary>
    private static Tensor Raise(Tensor x, int rank)
    {
        while (x.Rank < rank)
        {
            x = Ops.ExpandDims(x, 1);
        }

        return x;
    }
}
