using KerasNet.Internal;
using KerasNet.Saving;

namespace KerasNet.Quantizers;

/// <summary>Scales the rows of a language model's weights that matter most, by what the data says, before all are rounded to 4 bits.</summary>
/// <remarks>Python: <c>keras.quantizers.AWQConfig</c>. Source: Lin et al., 2023.</remarks>
/// <param name="dataset">Samples: texts for the tokenizer, or arrays of tokens.</param>
/// <param name="tokenizer">Makes tokens of a text.</param>
/// <param name="weightBits">Bits of a weight: 4.</param>
/// <param name="numSamples">Samples that are used.</param>
/// <param name="sequenceLength">Tokens of a sample.</param>
/// <param name="groupSize">Rows that share a scale; -1: all.</param>
/// <param name="numGridPoints">Scales that are tried.</param>
/// <param name="quantizationLayerStructure">The layers in order; null: what the model says.</param>
/// <exception cref="ArgumentException">A number is outside of its range.</exception>
public sealed class AWQConfig(
    [NotInConfig] IEnumerable<object>? dataset, [NotInConfig] Func<string, Tensor>? tokenizer, int weightBits = 4, int numSamples = 128, int sequenceLength = 512, int groupSize = 128, int numGridPoints = 20,
    [NotInConfig] QuantizationLayerStructure? quantizationLayerStructure = null)
    : CalibrationConfig(
        dataset, tokenizer, weightBits == 4 ? weightBits : throw new ArgumentOutOfRangeException(nameof(weightBits), $"AWQ only supports 4-bit quantization. Received: weightBits={weightBits}."),
        numSamples, sequenceLength, groupSize, quantizationLayerStructure)
{
    /// <summary>Scales that are tried.</summary>
    public int NumGridPoints { get; } = Require.Positive(numGridPoints);

    /// <inheritdoc/>
    public override string Mode => "awq";
}
