namespace KerasNet.Layers;

/// <summary>Gives its input back: a raw feature of a <see cref="FeatureSpace"/>. Files name it so.</summary>
public sealed class TFDIdentity : Layer
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => x;
}
