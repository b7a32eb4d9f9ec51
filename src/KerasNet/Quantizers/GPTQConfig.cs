using KerasNet.Internal;
using KerasNet.Saving;

namespace KerasNet.Quantizers;

/// <summary>Rounds the weights of a language model column by column, each time correcting those that follow by what the data says.</summary>
/// <remarks>Python: <c>keras.quantizers.GPTQConfig</c>. Source: Frantar et al., 2022.</remarks>
/// <param name="dataset">Samples: texts for the tokenizer, or arrays of tokens.</param>
/// <param name="tokenizer">Makes tokens of a text.</param>
/// <param name="weightBits">Bits of a weight: 2, 3, 4 or 8.</param>
/// <param name="numSamples">Samples that are used.</param>
/// <param name="perChannel">Whether each column has its own scale.</param>
/// <param name="sequenceLength">Tokens of a sample.</param>
/// <param name="hessianDamping">Share of its mean that is added to the Hessian's diagonal.</param>
/// <param name="groupSize">Rows that share a scale; -1: all.</param>
/// <param name="symmetric">Whether zero is in the middle of the range.</param>
/// <param name="activationOrder">Whether rows with great activations come first.</param>
/// <param name="quantizationLayerStructure">The layers in order; null: what the model says.</param>
/// <exception cref="ArgumentException">A number is outside of its range.</exception>
public sealed class GPTQConfig(
    [NotInConfig] IEnumerable<object>? dataset, [NotInConfig] Func<string, Tensor>? tokenizer, int weightBits = 4, int numSamples = 128, bool perChannel = true, int sequenceLength = 512, double hessianDamping = 0.01,
    int groupSize = 128, bool symmetric = false, bool activationOrder = false, [NotInConfig] QuantizationLayerStructure? quantizationLayerStructure = null)
    : CalibrationConfig(
        dataset, tokenizer,
        weightBits is 2 or 3 or 4 or 8 ? weightBits : throw new ArgumentOutOfRangeException(nameof(weightBits), $"Unsupported weightBits. Supported values are 2, 3, 4, and 8. Received: {weightBits}."),
        numSamples, sequenceLength, groupSize, quantizationLayerStructure)
{
    /// <summary>Whether each column has its own scale.</summary>
    public bool PerChannel { get; } = perChannel;

    /// <summary>Share of its mean that is added to the Hessian's diagonal.</summary>
    public double HessianDamping { get; } = Require.Rate(hessianDamping);

    /// <summary>Whether zero is in the middle of the range.</summary>
    public bool Symmetric { get; } = symmetric;

    /// <summary>Whether rows with great activations come first.</summary>
    public bool ActivationOrder { get; } = activationOrder;

    /// <inheritdoc/>
    public override string Mode => "gptq";
}
