namespace KerasNet.Quantizers;

/// <summary>How a layer or model is quantised. Use a class of a mode: <see cref="Int8QuantizationConfig"/>, <see cref="Int4QuantizationConfig"/>, <see cref="Float8QuantizationConfig"/>.</summary>
/// <remarks>Python: <c>keras.quantizers.QuantizationConfig</c>.</remarks>
/// <param name="weightQuantizer">Quantises the weights; null: what the mode has.</param>
/// <param name="activationQuantizer">Quantises the inputs of layers; null: nothing does.</param>
public class QuantizationConfig(Quantizer? weightQuantizer = null, Quantizer? activationQuantizer = null)
{
    /// <summary>Keras's names of the ways to quantise.</summary>
    internal static readonly string[] Modes = ["int8", "float8", "int4", "gptq", "awq"];

    /// <summary>Quantises the weights.</summary>
    public Quantizer? WeightQuantizer { get; } = weightQuantizer;

    /// <summary>Quantises the inputs of layers.</summary>
    public Quantizer? ActivationQuantizer { get; } = activationQuantizer;

    /// <summary>The mode: <c>int8</c>, <c>int4</c>, <c>float8</c>, <c>gptq</c>, <c>awq</c>.</summary>
    /// <exception cref="NotSupportedException">The class is this one.</exception>
    public virtual string Mode => throw new NotSupportedException("A QuantizationConfig of its own has no mode. Use Int8QuantizationConfig, Int4QuantizationConfig, Float8QuantizationConfig, GPTQConfig or AWQConfig.");

    /// <summary>The config of what <c>Quantize</c> was given.</summary>
    /// <exception cref="ArgumentException">Nothing was given, the mode is unknown or needs a config, or both disagree.</exception>
    internal static QuantizationConfig Of(string? mode, QuantizationConfig? config)
    {
        if (mode is not null && !Modes.Contains(mode))
        {
            throw new ArgumentException($"Invalid quantization mode. Expected one of {string.Join(", ", Modes)}. Received: mode={mode}.", nameof(mode));
        }

        config ??= mode switch
        {
            "int8" => new Int8QuantizationConfig(),
            "int4" => new Int4QuantizationConfig(),
            "float8" => new Float8QuantizationConfig(),
            "gptq" => throw new ArgumentException("For GPTQ, you must pass a `GPTQConfig` object in the `config` argument.", nameof(config)),
            "awq" => throw new ArgumentException("For AWQ, you must pass an `AWQConfig` object in the `config` argument.", nameof(config)),
            _ => throw new ArgumentException("You must provide either `mode` or `config` to `Quantize`.", nameof(mode)),
        };
        return mode is null || config.Mode == mode ? config
            : throw new ArgumentException($"Contradictory arguments: mode='{mode}' but config.Mode='{config.Mode}'.", nameof(config));
    }
}
