namespace KerasNet.Layers;

/// <summary>Joins the features of a <see cref="FeatureSpace"/> into one vector. Files name it so.</summary>
/// <param name="axis">The axis along which they stand side by side.</param>
public sealed class TFDConcat(int axis) : Layer
{
    /// <summary>The axis.</summary>
    public int Axis { get; } = axis;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context) => Ops.Concatenate([.. inputs], Axis);
}
