using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Matrix products of 8-bit floats, in training too; their scales follow the greatest values of the last steps.</summary>
/// <remarks>Python: <c>keras.dtype_policies.QuantizedFloat8DTypePolicy</c>.</remarks>
/// <param name="mode"><c>float8</c>.</param>
/// <param name="sourceName">Name of the policy that it is made from; null: that of <see cref="KerasConfig.DTypePolicy"/>.</param>
/// <param name="amaxHistoryLength">How many steps are remembered.</param>
/// <exception cref="ArgumentException">There is no such mode.</exception>
public sealed class QuantizedFloat8DTypePolicy(string mode, string? sourceName = null, int amaxHistoryLength = 1024) : QuantizedDTypePolicy(mode, sourceName)
{
    /// <summary>How many steps are remembered.</summary>
    public int AmaxHistoryLength { get; } = Require.Positive(amaxHistoryLength);

    /// <inheritdoc/>
    public override bool Equals(DTypePolicy? other) => base.Equals(other) && ((QuantizedFloat8DTypePolicy)other!).AmaxHistoryLength == AmaxHistoryLength;
}
