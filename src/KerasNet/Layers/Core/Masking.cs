namespace KerasNet.Layers;

/// <summary>Masks the time steps whose features all have one value.</summary>
/// <remarks>Python: <c>keras.layers.Masking</c>. Input and output <c>(batch, time, features)</c>; masked steps become zero.</remarks>
/// <param name="maskValue">The value of padding.</param>
public sealed class Masking(double maskValue = 0) : Layer
{
    /// <summary>The value of padding.</summary>
    public double MaskValue { get; } = maskValue;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) =>
        x * Ops.Cast(Ops.Any(Ops.NotEqual(x, MaskValue), axis: -1, keepdims: true), x.DType);

    /// <inheritdoc/>
    protected override Tensor? ComputeMask(Tensor x, Tensor? mask) => Ops.Any(Ops.NotEqual(x, MaskValue), axis: -1);
}
