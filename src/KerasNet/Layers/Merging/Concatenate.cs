namespace KerasNet.Layers;

/// <summary>Joins its inputs along an axis.</summary>
/// <remarks>Python: <c>keras.layers.Concatenate</c>. All other dimensions are equal.</remarks>
/// <param name="axis">The axis.</param>
public sealed class Concatenate(int axis = -1) : Merge
{
    /// <summary>The axis.</summary>
    public int Axis { get; } = axis;

    /// <summary>The same as a function: <c>Layers.Concatenate.Of([a, b], axis: 1)</c>.</summary>
    /// <remarks>Python: <c>keras.layers.concatenate</c>.</remarks>
    /// <param name="inputs">Two tensors or more.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="name">Name of the layer; null: the next automatic one.</param>
    public static Tensor Of(Tensors inputs, int axis = -1, string? name = null) => Named(new Concatenate(axis), name).Apply(inputs);

    /// <inheritdoc/>
    protected override void Build(IReadOnlyList<TensorShape> inputs)
    {
        if (inputs.Count < 1)
        {
            throw new ArgumentException($"A `Concatenate` layer should be called on a list of at least 1 input. Layer '{Name}' received none.");
        }

        var at = inputs[0].Axis(Axis);
        foreach (var shape in inputs)
        {
            if (shape.Rank != inputs[0].Rank || !shape.With(at, -1).IsCompatibleWith(inputs[0].With(at, -1)))
            {
                throw new ArgumentException($"A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. Layer '{Name}' received shapes {string.Join(", ", inputs)}.");
            }
        }
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context) => Ops.Concatenate(inputs, Axis);

    private protected override Tensor Join(Tensor[] inputs, Tensor?[] masks) => Ops.Concatenate(inputs, Axis);

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMasks(Tensors inputs, IReadOnlyList<Tensor?> masks)
    {
        if (masks.All(m => m is null))
        {
            return [null];
        }

        // An input without a mask counts everywhere.
        var full = inputs.ToArray().Select((t, i) => masks[i] is not { } mask ? Ops.Cast(Ops.OnesLike(t), DataType.Bool)
            : mask.Rank < t.Rank ? Ops.LogicalAnd(Ops.ExpandDims(mask, -1), Ops.Cast(Ops.OnesLike(t), DataType.Bool)) : mask);
        return [Ops.Any(Ops.Concatenate(new Tensors(full), Axis), axis: -1)];
    }
}
