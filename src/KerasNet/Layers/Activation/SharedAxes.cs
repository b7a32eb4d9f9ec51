namespace KerasNet.Layers;

/// <summary>Axes along which an activation shares its weights, counted with the batch axis.</summary>
internal static class SharedAxes
{
    /// <summary>Shape of the weights: the input's without the batch axis, 1 where they are shared.</summary>
    /// <exception cref="ArgumentException">An axis is the batch axis, or none.</exception>
    public static TensorShape WeightShape(Layer layer, TensorShape input, int[]? axes)
    {
        var shape = input[1..];
        foreach (var axis in axes ?? [])
        {
            if (axis < 1 || axis > shape.Rank)
            {
                throw new ArgumentException($"Layer '{layer.Name}': `shared_axes` are axes from 1 to {shape.Rank}, without the batch axis. Received: shared_axes=({string.Join(", ", axes!)}), input shape={input}.");
            }

            shape = shape.With(axis - 1, 1);
        }

        return shape;
    }
}
