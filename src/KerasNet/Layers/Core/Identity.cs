namespace KerasNet.Layers;

/// <summary>Gives its input.</summary>
/// <remarks>Python: <c>keras.layers.Identity</c>. The shape stays.</remarks>
public sealed class Identity() : Layer
{
    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => x;
}
