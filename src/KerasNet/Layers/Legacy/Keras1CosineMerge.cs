namespace KerasNet.Layers;

/// <summary>Cosine of the angle between two inputs, as Keras 1's <c>Merge(mode='cos')</c> gives it: with an axis more than <see cref="Dot"/>.</summary>
/// <remarks>Python: <c>keras.layers.Merge(mode='cos')</c> of Keras 1. Inputs <c>(batch, size)</c>, output <c>(batch, 1, 1)</c>.</remarks>
/// <param name="axes">The axis that is summed over.</param>
public sealed class Keras1CosineMerge(int axes = -1) : Layer
{
    /// <summary>The axis that is summed over.</summary>
    public int Axes { get; } = axes;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context)
    {
        var (a, b) = inputs;
        Tensor Product(Tensor x, Tensor y) => Ops.Sum(x * y, Axes, keepdims: true);
        var length = Ops.Maximum(Ops.Sqrt(Product(a, a) * Product(b, b)), 1e-7);
        return Ops.ExpandDims(Product(a, b) / length, 1);
    }
}
