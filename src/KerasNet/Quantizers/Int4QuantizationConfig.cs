namespace KerasNet.Quantizers;

/// <summary>Kernels of 4-bit integers, two in a byte; blocks of rows have a scale and a zero for each column.</summary>
/// <remarks>Python: <c>keras.quantizers.Int4QuantizationConfig</c>.</remarks>
/// <param name="weightQuantizer">Quantises the weights to -8 to 7, without blocks; null: by the greatest absolute value of each column.</param>
/// <param name="activationQuantizer">Quantises the inputs, without blocks; null or not given: nothing does.</param>
/// <param name="blockSize">Rows of a block; null or -1: no blocks, and each column has one scale.</param>
/// <exception cref="ArgumentException">The block is empty, or there are blocks and quantizers, or the weights' quantizer has another range or type.</exception>
public sealed class Int4QuantizationConfig(Quantizer? weightQuantizer = null, ActivationQuantizer activationQuantizer = default, int? blockSize = 128)
    : QuantizationConfig(Checked(weightQuantizer, activationQuantizer.Quantizer, blockSize), activationQuantizer.Quantizer)
{
    /// <summary>Rows of a block.</summary>
    public int? BlockSize { get; } = blockSize;

    /// <inheritdoc/>
    public override string Mode => "int4";

    private static Quantizer? Checked(Quantizer? weights, Quantizer? inputs, int? blockSize) => (weights, blockSize) switch
    {
        (_, not (null or -1 or > 0)) => throw new ArgumentException($"blockSize must be null, -1, or a positive integer. Received: blockSize={blockSize}.", nameof(blockSize)),
        (_, > 0) when weights is not null || inputs is not null => throw new ArgumentException(
            $"Int4 sub-channel quantization (blockSize > 0) does not support custom quantizers. Either set blockSize to null or -1 for per-channel quantization, or remove the custom quantizer arguments. Received: blockSize={blockSize}.", nameof(blockSize)),
        (AbsMaxQuantizer { ValueRange: not (-8, 7) } q, _) => throw new ArgumentException($"Int4QuantizationConfig requires a weight_quantizer with value_range=(-8, 7). Received: value_range={q.ValueRange}.", nameof(weights)),
        ({ OutputDtype: not DataType.Int8 }, _) => throw new ArgumentException($"Int4QuantizationConfig requires a weight_quantizer with output_dtype='int8'. Received: output_dtype={weights.OutputDtype.Name()}.", nameof(weights)),
        _ => weights,
    };
}
