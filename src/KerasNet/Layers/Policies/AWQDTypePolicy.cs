namespace KerasNet.Layers;

/// <summary>Kernels that AWQ has quantised: <c>"awq/4/128_from_float32"</c>.</summary>
/// <remarks>Python: <c>keras.dtype_policies.AWQDTypePolicy</c>.</remarks>
/// <param name="mode"><c>awq/weightBits/groupSize</c>; a group size of -1: one group.</param>
/// <param name="sourceName">Name of the policy that it is made from; null: that of <see cref="KerasConfig.DTypePolicy"/>.</param>
/// <exception cref="ArgumentException">The mode has another form.</exception>
public sealed class AWQDTypePolicy(string mode, string? sourceName = null) : QuantizedDTypePolicy(mode, sourceName)
{
    /// <summary>Bits of a weight: 4.</summary>
    public int WeightBits { get; } = Sizes(mode, "awq", "weight_bits", "group_size")[0] is var weights && weights == 4 ? weights
        : throw new ArgumentException($"Invalid weight_bits in mode. Expected 4. Received: {weights} in '{mode}'.", nameof(mode));

    /// <summary>Rows that share a scale; -1: all.</summary>
    public int GroupSize { get; } = Sizes(mode, "awq", "weight_bits", "group_size")[1];
}
