using KerasNet.Layers;
using KerasNet.Quantizers;

namespace KerasNet.Models;

/// <summary>Goes through the blocks of a language model: each block's kernels see their inputs, are quantised, and the block's outputs are the next one's inputs.</summary>
/// <remarks>Python: <c>apply_gptq_layerwise</c>, <c>apply_awq_layerwise</c>.</remarks>
internal static class Calibration
{
    /// <summary>Quantises the kernels inside of the blocks. Layers outside of them stay as they are.</summary>
    /// <param name="config">Data, bits, groups.</param>
    /// <param name="structure">The layers in order.</param>
    /// <param name="filter">The layers that are quantised; null: all.</param>
    /// <param name="typeCheck">Whether subclasses of Keras's layers are refused.</param>
    public static void Run(CalibrationConfig config, QuantizationLayerStructure structure, Func<Layer, bool>? filter, bool typeCheck)
    {
        Internal.Require.NotEmpty(structure.SequentialBlocks);
        var eagerly = Keras.Config.RunFunctionsEagerly;
        Keras.Config.RunFunctionsEagerly = true; // in a compiled call there are no values to look at
        try
        {
            IReadOnlyList<Tensor> inputs = [.. CalibrationSamples.Of(config).Select(s => structure.PreBlockLayers.Aggregate(s, First))];
            foreach (var block in structure.SequentialBlocks)
            {
                Block(config, block, inputs, filter, typeCheck);
                inputs = [.. inputs.Select(x => First(x, block))];
            }
        }
        finally
        {
            Keras.Config.RunFunctionsEagerly = eagerly;
        }
    }

    private static void Block(CalibrationConfig config, Layer block, IReadOnlyList<Tensor> inputs, Func<Layer, bool>? filter, bool typeCheck)
    {
        var kernels = new List<CalibratedKernel>();
        foreach (var layer in ModelQuantization.Leaves(block).OfType<AdaptedLayer>().Where(l => l is IKernelLayer && (filter?.Invoke(l) ?? true)))
        {
            layer.Quantize(config.Mode, config, typeCheck);
            kernels.Add((CalibratedKernel)layer.Form!);
        }

        kernels.ForEach(k => k.Watch(config));
        foreach (var x in inputs)
        {
            First(x, block);
        }

        kernels.ForEach(k => k.Calibrate());
    }

    private static Tensor First(Tensor x, Layer layer) => layer.Apply((Tensors)x, training: false)[0];
}
