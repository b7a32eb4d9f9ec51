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
        if (inputs.Count < 1 || inputs.Any(s => s.Rank < 1))
        {
            throw new ArgumentException($"A merge layer should be called on a list of at least 1 input with a batch axis. Layer '{Name}' received {inputs.Count} input(s) of shapes {string.Join(", ", inputs)}.");
        }

        if (inputs.Select(s => s[0]).Where(d => d >= 0).Distinct().Count() > 1)
        {
            throw new ArgumentException($"Cannot merge tensors with different batch sizes. Layer '{Name}' received tensors with shapes {string.Join(", ", inputs)}.");
        }

        _ = inputs.Select(s => s[1..]).Aggregate(Broadcast);
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context)
    {
        var rank = inputs.Max(t => t.Rank);
        var even = inputs.All(t => t.Rank == rank);
        return Join([.. inputs.Select(t => Raise(t, rank))], [.. inputs.Select((_, i) => even ? context.Masks.ElementAtOrDefault(i) : null)]);
    }

    /// <summary>Joins tensors of one rank.</summary>
    private protected abstract Tensor Join(Tensor[] inputs, Tensor?[] masks);

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMasks(Tensors inputs, IReadOnlyList<Tensor?> masks) =>
        masks.Any(m => m is null) || masks.Count == 0 ? [null] : [masks.OfType<Tensor>().Aggregate(Ops.LogicalOr)];

    private protected static T Named<T>(T layer, string? name)
        where T : Merge
    {
        if (name is not null)
        {
            layer.Rename(name);
        }

        return layer;
    }

    private protected Tensor Fold(Tensor[] inputs, Func<Tensor, Tensor, Tensor> join)
    {
        try
        {
            return inputs.Aggregate(join);
        }
        catch (ArgumentException e) when (e.Message.Contains("broadcast", StringComparison.Ordinal))
        {
            throw Incompatible(inputs.Select(t => t.Shape), e);
        }
    }

    /// <summary>Joins inputs so that a masked place takes the value of the others.</summary>
    private protected Tensor FoldCounted(Tensor[] inputs, Tensor?[] masks, Func<Tensor, Tensor, Tensor> join)
    {
        var result = inputs[0];
        var counted = Wide(masks[0]);
        for (var i = 1; i < inputs.Length; i++)
        {
            var (x, mask) = (inputs[i], Wide(masks[i]));
            x = mask is null ? x : Ops.Where(mask, x, result);
            result = counted is null ? result : Ops.Where(counted, result, x);
            counted = mask is null || counted is null ? null : Ops.LogicalOr(counted, mask);
            result = Fold([result, x], join);
        }

        return result;
    }

    /// <summary>A mask of steps, for each feature.</summary>
    private protected static Tensor? Wide(Tensor? mask) => mask is null ? null : Ops.Cast(Ops.ExpandDims(mask, -1), DataType.Bool);

    /// <summary>Keras's rule: inputs of lower rank get axes of 1 after the batch.</summary>
    private static Tensor Raise(Tensor x, int rank)
    {
        while (x.Rank < rank)
        {
            x = Ops.ExpandDims(x, 1);
        }

        return x;
    }

    private TensorShape Broadcast(TensorShape a, TensorShape b)
    {
        if (a.Rank < b.Rank)
        {
            (a, b) = (b, a);
        }

        var dims = a.ToArray();
        for (var i = 1; i <= b.Rank; i++)
        {
            var (x, y) = (a[^i], b[^i]);
            dims[^i] = x < 0 || y < 0 ? -1
                : x == 1 ? y
                : y == 1 || x == y ? x
                : throw Incompatible([a, b]);
        }

        return new TensorShape(dims);
    }

    private ArgumentException Incompatible(IEnumerable<TensorShape> shapes, Exception? inner = null) =>
        new($"Layer '{Name}': inputs have incompatible shapes. Received shapes {string.Join(" and ", shapes)}.", inner);
}
