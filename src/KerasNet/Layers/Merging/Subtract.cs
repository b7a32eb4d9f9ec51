namespace KerasNet.Layers;

/// <summary>First input minus the second.</summary>
/// <remarks>Python: <c>keras.layers.Subtract</c>. Shapes broadcast.</remarks>
public sealed class Subtract : Merge
{
    /// <inheritdoc/>
    protected override void Build(IReadOnlyList<TensorShape> inputs)
    {
        if (inputs.Count != 2)
        {
            throw new ArgumentException($"A `Subtract` layer should be called on exactly 2 inputs. Layer '{Name}' received {inputs.Count} of shapes {string.Join(", ", inputs)}.");
        }
    }

    private protected override Tensor Join(Tensor[] inputs) => Fold(inputs, Ops.Subtract);
}
