using System.Text.Json.Nodes;
using KerasNet.Internal;
using KerasNet.Saving;

namespace KerasNet.Quantizers;

/// <summary>What GPTQ and AWQ have in common: they look at a model's activations before they round its weights.</summary>
/// <param name="dataset">Samples: texts for the tokenizer, or arrays of tokens. Not kept in files.</param>
/// <param name="tokenizer">Makes tokens of a text. Not kept in files.</param>
/// <param name="weightBits">Bits of a weight.</param>
/// <param name="numSamples">Samples that are used.</param>
/// <param name="sequenceLength">Tokens of a sample.</param>
/// <param name="groupSize">Rows that share a scale; -1: all.</param>
/// <param name="quantizationLayerStructure">The layers in order; null: what the model says.</param>
public abstract class CalibrationConfig(
    IEnumerable<object>? dataset, Func<string, Tensor>? tokenizer, int weightBits, int numSamples, int sequenceLength, int groupSize, QuantizationLayerStructure? quantizationLayerStructure)
    : QuantizationConfig, IConfigurable
{
    /// <summary>Samples.</summary>
    public IEnumerable<object>? Dataset { get; } = dataset;

    /// <summary>Makes tokens of a text.</summary>
    public Func<string, Tensor>? Tokenizer { get; } = tokenizer;

    /// <summary>Bits of a weight.</summary>
    public int WeightBits { get; } = weightBits;

    /// <summary>Samples that are used.</summary>
    public int NumSamples { get; } = Require.Positive(numSamples);

    /// <summary>Tokens of a sample.</summary>
    public int SequenceLength { get; } = Require.Positive(sequenceLength);

    /// <summary>Rows that share a scale.</summary>
    public int GroupSize { get; } = groupSize is -1 or > 0 ? groupSize
        : throw new ArgumentOutOfRangeException(nameof(groupSize), $"Invalid groupSize. Supported values are -1 (one group) or a positive integer. Received: {groupSize}.");

    /// <summary>The layers in order.</summary>
    public QuantizationLayerStructure? QuantizationLayerStructure { get; } = quantizationLayerStructure;

    /// <summary>The mode with its sizes, as policies have it: <c>gptq/4/128</c>.</summary>
    public string DTypePolicyString() => $"{Mode}/{WeightBits}/{GroupSize}";

    /// <summary>Data, tokenizer and layers serve once: they are null in files.</summary>
    JsonObject IConfigurable.GetConfig()
    {
        var config = new JsonObject { ["dataset"] = null, ["tokenizer"] = null };
        foreach (var (key, value) in ObjectSerializer.Parameters(this).Where(p => p.Key is not ("dataset" or "tokenizer" or "quantization_layer_structure")))
        {
            config[key] = value?.DeepClone();
        }

        config["quantization_layer_structure"] = null;
        return config;
    }
}
