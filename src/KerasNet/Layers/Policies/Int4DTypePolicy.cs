namespace KerasNet.Layers;

/// <summary>Kernels in four bits, with a scale and a zero for each block of rows: <c>"int4/128_from_float32"</c>.</summary>
/// <remarks>Python: <c>keras.dtype_policies.Int4DTypePolicy</c>.</remarks>
/// <param name="mode"><c>int4/blockSize</c>; -1: one scale for each column.</param>
/// <param name="sourceName">Name of the policy that it is made from; null: that of <see cref="KerasConfig.DTypePolicy"/>.</param>
/// <exception cref="ArgumentException">The mode has another form.</exception>
public sealed class Int4DTypePolicy(string mode, string? sourceName = null) : QuantizedDTypePolicy(mode, sourceName)
{
    /// <summary>Rows of a block; -1: all.</summary>
    public int BlockSize { get; } = Sizes(mode, "int4", "block_size")[0];
}
