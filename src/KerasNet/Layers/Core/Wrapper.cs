namespace KerasNet.Layers;

/// <summary>Base of layers that hold another layer and call it in their own way. Own wrappers derive from it and override Call.</summary>
/// <remarks>Python: <c>keras.layers.Wrapper</c>. The inner layer's weights are the wrapper's; their paths begin with its name.</remarks>
/// <param name="layer">The layer inside.</param>
public abstract class Wrapper(Layer layer) : Layer
{
    /// <summary>The layer inside.</summary>
    public Layer Layer { get; } = layer ?? throw new ArgumentNullException(nameof(layer), "A wrapper needs the layer that it wraps.");

    /// <summary>Makes the inner layer's weights for the shape of the wrapper's input.</summary>
    protected override void Build(TensorShape input) => Layer.BuildInside([input]);
}
