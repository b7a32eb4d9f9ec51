namespace KerasNet.Layers;

/// <summary>Product of its inputs, element by element.</summary>
/// <remarks>Python: <c>keras.layers.Multiply</c>. Shapes broadcast; a masked place counts as one, and is zero where all are masked.</remarks>
public sealed class Multiply : Merge
{
    /// <summary>The same as a function: <c>Layers.Multiply.Of([a, b])</c>.</summary>
    /// <remarks>Python: <c>keras.layers.multiply</c>.</remarks>
    /// <param name="inputs">Two tensors or more.</param>
    /// <param name="name">Name of the layer; null: the next automatic one.</param>
    public static Tensor Of(Tensors inputs, string? name = null) => Named(new Multiply(), name).Apply(inputs);

    private protected override Tensor Join(Tensor[] inputs, Tensor?[] masks)
    {
        var counted = masks.Select(Wide).ToArray();
        var product = Fold([.. inputs.Select((x, i) => counted[i] is { } mask ? Ops.Where(mask, x, Ops.OnesLike(x)) : x)], Ops.Multiply);
        return counted.Any(m => m is null) ? product : Ops.Where(counted.OfType<Tensor>().Aggregate(Ops.LogicalOr), product, Ops.ZerosLike(product));
    }
}
