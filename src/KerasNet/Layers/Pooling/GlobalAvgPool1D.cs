using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>GlobalAveragePooling1D by its other name.</summary>
/// <remarks>Python: <c>keras.layers.GlobalAvgPool1D</c>. In files it is GlobalAveragePooling1D.</remarks>
/// <inheritdoc cref="GlobalAveragePooling1D" path="/param"/>
[OtherName]
public sealed class GlobalAvgPool1D(string? dataFormat = null, bool keepdims = false)
    : GlobalAveragePooling1D(dataFormat, keepdims);
