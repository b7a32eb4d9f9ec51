namespace KerasNet.Layers;

/// <summary>Scales and shifts its input: <c>x * scale + offset</c>.</summary>
/// <remarks>Python: <c>keras.layers.Rescaling</c>. The shape stays.</remarks>
/// <param name="scale">Factor.</param>
/// <param name="offset">Summand.</param>
public sealed class Rescaling(double scale, double offset = 0.0) : Layer
{
    /// <summary>Factor.</summary>
    public double Scale { get; } = scale;

    /// <summary>Summand.</summary>
    public double Offset { get; } = offset;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => (Ops.Cast(x, DType.ComputeDType) * Scale) + Offset;
}
