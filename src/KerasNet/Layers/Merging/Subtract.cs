namespace KerasNet.Layers;

/// <summary>First input minus the second.</summary>
/// <remarks>Python: <c>keras.layers.Subtract</c>. Shapes broadcast.</remarks>
public sealed class Subtract : Merge
{
    /// <summary>The same as a function: <c>Layers.Subtract.Of([a, b])</c>.</summary>
    /// <remarks>Python: <c>keras.layers.subtract</c>.</remarks>
    /// <param name="inputs">Two tensors.</param>
    /// <param name="name">Name of the layer; null: the next automatic one.</param>
    public static Tensor Of(Tensors inputs, string? name = null) => Named(new Subtract(), name).Apply(inputs);

    /// <inheritdoc/>
    protected override void Build(IReadOnlyList<TensorShape> inputs)
    {
        base.Build(inputs);
        if (inputs.Count != 2)
        {
            throw new ArgumentException($"A `Subtract` layer should be called on exactly 2 inputs. Layer '{Name}' received {inputs.Count} of shapes {string.Join(", ", inputs)}.");
        }
    }

    private protected override Tensor Join(Tensor[] inputs, Tensor?[] masks) => Fold(inputs, Ops.Subtract);
}
