namespace KerasNet.Layers;

/// <summary>Kernels that GPTQ has quantised: <c>"gptq/4/128_from_float32"</c>.</summary>
/// <remarks>Python: <c>keras.dtype_policies.GPTQDTypePolicy</c>.</remarks>
/// <param name="mode"><c>gptq/weightBits/groupSize</c>; a group size of -1: one group.</param>
/// <param name="sourceName">Name of the policy that it is made from; null: that of <see cref="KerasConfig.DTypePolicy"/>.</param>
/// <exception cref="ArgumentException">The mode has another form.</exception>
public sealed class GPTQDTypePolicy(string mode, string? sourceName = null) : QuantizedDTypePolicy(mode, sourceName)
{
    /// <summary>Bits of a weight: 2, 3, 4 or 8.</summary>
    public int WeightBits { get; } = Sizes(mode, "gptq", "weight_bits", "group_size")[0] is var weights && weights is 2 or 3 or 4 or 8 ? weights
        : throw new ArgumentException($"Invalid weight_bits in mode. Expected 2, 3, 4 or 8. Received: {weights} in '{mode}'.", nameof(mode));

    /// <summary>Rows that share a scale; -1: all.</summary>
    public int GroupSize { get; } = Sizes(mode, "gptq", "weight_bits", "group_size")[1];
}
