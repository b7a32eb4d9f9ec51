namespace KerasNet.Layers;

/// <summary>Exponential linear unit.</summary>
/// <remarks>Python: <c>keras.layers.ELU</c>. The shape stays.</remarks>
/// <param name="alpha">Height of the part below zero.</param>
public sealed class ELU(double alpha = 1.0) : Layer
{
    /// <summary>Height of the part below zero.</summary>
    public double Alpha { get; } = alpha;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.Elu(x, Alpha);
}
