using KerasNet.Activations;

namespace KerasNet.Layers;

/// <summary>Applies an activation function to its input.</summary>
/// <remarks>Python: <c>keras.layers.Activation</c>. The shape stays.</remarks>
/// <param name="activation">The function or its name.</param>
public sealed class Activation(ActivationFunction activation) : Layer
{
    /// <summary>The function.</summary>
    [Saving.ConfigName("activation")]
    public ActivationFunction Function { get; } = activation;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Function.Apply(x);
}
