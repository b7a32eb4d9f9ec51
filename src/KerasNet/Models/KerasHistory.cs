using KerasNet.Layers;

namespace KerasNet.Models;

/// <summary>Where a symbolic Keras tensor comes from: which output of which call of which operation.</summary>
internal sealed record KerasHistory(Operation Operation, int CallIndex, int OutputIndex);
