namespace KerasNet.Layers;

/// <summary>Joins its inputs along an axis.</summary>
/// <remarks>Python: <c>keras.layers.Concatenate</c>. All other dimensions are equal.</remarks>
/// <param name="axis">The axis.</param>
public sealed class Concatenate(int axis = -1) : Merge
{
    /// <summary>The axis.</summary>
    public int Axis { get; } = axis;

    /// <inheritdoc/>
    protected override void Build(IReadOnlyList<TensorShape> inputs)
    {
        var at = inputs[0].Axis(Axis);
        foreach (var shape in inputs)
        {
            if (shape.Rank != inputs[0].Rank || !shape.With(at, -1).IsCompatibleWith(inputs[0].With(at, -1)))
            {
                throw new ArgumentException($"A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. Layer '{Name}' received shapes {string.Join(", ", inputs)}.");
            }
        }
    }

    private protected override Tensor Join(Tensor[] inputs) => Ops.Concatenate(inputs, Axis);

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
        return [Ops.All(Ops.Concatenate(new Tensors(full), Axis), axis: -1)];
    }
}
