using KerasNet.Layers;

namespace KerasNet.Saving.Legacy;

/// <summary>Convolution kernels of Keras 1: one axis more in 1D, output first with channels_first, the last two axes swapped in transposed ones. Row 9 of loading-traps.md.</summary>
internal static class Keras1Kernels
{
    public static IReadOnlyList<LegacyWeight>? Convert(LegacyLeaf leaf, IReadOnlyList<LegacyWeight> arrays, KerasOrigin origin)
    {
        if (origin.Major > 1 || arrays.Count == 0 || leaf.Layer.ClassName.StartsWith("ConvLSTM", StringComparison.Ordinal))
        {
            return null;
        }

        // Depthwise and pointwise kernels of separable convolutions are two.
        var kernels = leaf.Layer.ClassName.StartsWith("Separable", StringComparison.Ordinal) ? 2 : 1;
        var changed = arrays.Select((a, i) => i < kernels ? ToToday(leaf.Layer, a) : a).ToList();
        return changed.SequenceEqual(arrays) ? null : changed;
    }

    /// <summary>One kernel in today's form; the same object where it is in it.</summary>
    public static LegacyWeight ToToday(Layer layer, LegacyWeight kernel)
    {
        var first = DataFormatOf(layer) == "channels_first";
        return (layer.ClassName, kernel.Shape.Rank) switch
        {
            ("Conv1D", 4) => OneDimension(layer, kernel),
            ("Conv2D" or "ConvLSTMCell", 4) when first => WeightConversions.Map(kernel, t => Ops.Transpose(t, [2, 3, 1, 0])),
            ("SeparableConv2D" or "DepthwiseConv2D", 4) when first => WeightConversions.Map(kernel, t => Ops.Transpose(t, [2, 3, 1, 0])),
            ("Conv2DTranspose", 4) when first => WeightConversions.Map(kernel, t => Ops.Transpose(t, [2, 3, 0, 1])),
            ("Conv2DTranspose", 4) => WeightConversions.Map(kernel, t => Ops.Transpose(t, [0, 1, 3, 2])),
            ("Conv3D", 5) when first => WeightConversions.Map(kernel, t => Ops.Transpose(t, [2, 3, 4, 1, 0])),
            _ => kernel,
        };
    }

    private static LegacyWeight OneDimension(Layer layer, LegacyWeight kernel)
    {
        // (length, 1, in, out), or before Keras 1.1 (out, in, length, 1).
        var shape = layer.OwnTrainable.Concat(layer.OwnNonTrainable).First().Shape;
        return kernel.Shape[0] == shape[0] && kernel.Shape[1] == 1 && kernel.Shape[3] == shape[2]
            ? WeightConversions.Map(kernel, t => Ops.Squeeze(t, 1))
            : WeightConversions.Map(kernel, t => Ops.Squeeze(Ops.Transpose(t, [2, 3, 1, 0]), 1));
    }

    private static string? DataFormatOf(Layer layer) => layer.GetType().GetProperty("DataFormat")?.GetValue(layer)?.ToString();
}
