namespace KerasNet.Quantizers;

/// <summary>Products of 8-bit floats, in training too.</summary>
/// <remarks>Python: <c>keras.quantizers.Float8QuantizationConfig</c>.</remarks>
public sealed class Float8QuantizationConfig() : QuantizationConfig(null, null)
{
    /// <inheritdoc/>
    public override string Mode => "float8";
}
