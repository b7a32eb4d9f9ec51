namespace KerasNet.Quantizers;

/// <summary>The layers of a language model as GPTQ and AWQ go through them.</summary>
/// <param name="PreBlockLayers">Layers that run before the first block: embeddings. Each takes what the one before gives.</param>
/// <param name="SequentialBlocks">Blocks, one after the other; each block's layers are quantised together.</param>
/// <remarks>Python: a dictionary with <c>pre_block_layers</c> and <c>sequential_blocks</c>. Each entry calls a layer or model on a tensor.</remarks>
public sealed record QuantizationLayerStructure(IReadOnlyList<Layers.Layer> PreBlockLayers, IReadOnlyList<Layers.Layer> SequentialBlocks);
