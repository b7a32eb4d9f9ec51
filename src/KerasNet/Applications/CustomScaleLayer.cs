using KerasNet.Layers;

namespace KerasNet.Applications;

/// <summary>Adds a scaled tensor to another: the residual connections of InceptionResNetV2.</summary>
/// <remarks>Python: <c>keras.src.applications.inception_resnet_v2.CustomScaleLayer</c>. Two tensors of one shape, which stays.</remarks>
/// <param name="scale">Factor of the second tensor.</param>
public sealed class CustomScaleLayer(double scale) : Layer
{
    /// <summary>Factor of the second tensor.</summary>
    public double Scale { get; } = scale;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context) => inputs.Count == 2
        ? inputs[0] + (inputs[1] * Scale)
        : throw new ArgumentException($"Layer '{Name}' expects 2 inputs: a tensor, and one to scale and add. Received: {inputs.Count}.");
}
