using KerasNet.Quantizers;

namespace KerasNet.Layers;

/// <summary>The forms of a layer that multiplies by a kernel.</summary>
internal static class KernelForms
{
    /// <summary>The form of a new layer's policy, with variables to be filled; null: the kernel is in floats.</summary>
    public static QuantizedForm? New<T>(T layer, string? mode, QuantizationConfig? config)
        where T : AdaptedLayer, IKernelLayer => mode switch
        {
            null => null,
            "int8" => new Int8Kernel(layer, layer, config),
            "int4" => new Int4Kernel(layer, layer, config),
            "float8" => new Float8Kernel(layer, layer),
            _ => new CalibratedKernel(layer, layer, null, null),
        };

    /// <summary>The form of a layer that was in floats, with their values.</summary>
    public static QuantizedForm Of<T>(T layer, QuantizationConfig config)
        where T : AdaptedLayer, IKernelLayer => config switch
        {
            { Mode: "int8" } => Int8Kernel.Of(layer, layer, config),
            { Mode: "int4" } => Int4Kernel.Of(layer, layer, config),
            { Mode: "float8" } => new Float8Kernel(layer, layer),
            CalibrationConfig calibration => new CalibratedKernel(layer, layer, calibration, layer.AdaptedKernel),
            _ => throw new ArgumentException($"Layer '{layer.Name}': a config of mode '{config.Mode}' is not known.", nameof(config)),
        };
}
