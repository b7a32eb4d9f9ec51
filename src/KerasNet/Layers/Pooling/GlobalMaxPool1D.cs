using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>GlobalMaxPooling1D by its other name.</summary>
/// <remarks>Python: <c>keras.layers.GlobalMaxPool1D</c>. In files it is GlobalMaxPooling1D.</remarks>
/// <inheritdoc cref="GlobalMaxPooling1D" path="/param"/>
[OtherName]
public sealed class GlobalMaxPool1D(string? dataFormat = null, bool keepdims = false)
    : GlobalMaxPooling1D(dataFormat, keepdims);
