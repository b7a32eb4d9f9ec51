namespace KerasNet.Quantizers;

/// <summary>Kernels of 8-bit integers, a scale for each column; inputs are made integers too, so that products are those of integers.</summary>
/// <remarks>Python: <c>keras.quantizers.Int8QuantizationConfig</c>.</remarks>
/// <param name="weightQuantizer">Quantises the weights; null: by the greatest absolute value of each column.</param>
/// <param name="activationQuantizer">Quantises the inputs; null: nothing does; when it is not given: an <see cref="AbsMaxQuantizer"/>.</param>
/// <exception cref="ArgumentException">The weights' quantizer gives another type.</exception>
public sealed class Int8QuantizationConfig(Quantizer? weightQuantizer = null, ActivationQuantizer activationQuantizer = default)
    : QuantizationConfig(
        weightQuantizer is null or { OutputDtype: DataType.Int8 } ? weightQuantizer
            : throw new ArgumentException($"Int8QuantizationConfig requires a weight_quantizer with output_dtype='int8'. Received: output_dtype={weightQuantizer.OutputDtype.Name()}.", nameof(weightQuantizer)),
        activationQuantizer.IsGiven ? activationQuantizer.Quantizer : new AbsMaxQuantizer())
{
    /// <inheritdoc/>
    public override string Mode => "int8";
}
