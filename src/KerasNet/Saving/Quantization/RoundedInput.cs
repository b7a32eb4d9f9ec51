using System.Text.Json.Nodes;
using KerasNet.Layers;
using KerasNet.Saving.Legacy;

namespace KerasNet.Saving.Quantization;

/// <summary>Quantised layers round their inputs before they compute: here the inputs become what Keras makes of them, in floats.</summary>
internal static class RoundedInput
{
    private const double LargestFloat8 = 448;

    /// <summary>Sets a layer up as its config says.</summary>
    public static void Apply(Layer layer, JsonObject notes)
    {
        if (notes.Text("mode") is not { } mode || layer.ClassName == "Embedding")
        {
            return;
        }

        var config = (notes["quantization_config"] as JsonObject)?["config"] as JsonObject;
        var rounds = config is null ? mode == "int8" : config["activation_quantizer"] is JsonObject;
        if (mode is "int8" or "int4" && rounds)
        {
            var axes = ReducedAxes(layer);
            layer.InputRounding = x => Int8(x, axes ?? [x.Rank - 1]);
        }
    }

    /// <summary>As 8-bit integers with the greatest absolute value along the axes.</summary>
    public static Tensor Int8(Tensor x, int[] axes)
    {
        var scale = 127.0 / (Ops.Max(Ops.Abs(x), axes, keepdims: true) + 1e-7);
        return Ops.Clip(Ops.Round(x * scale), -127.0, 127.0) / scale;
    }

    /// <summary>As 8-bit floats of 4 exponent and 3 fraction bits.</summary>
    public static Tensor Float8(Tensor x, Tensor scale)
    {
        var scaled = Ops.Clip(x / scale, -LargestFloat8, LargestFloat8);
        var exponent = Ops.Maximum(Ops.Floor(Ops.Log2(Ops.Maximum(Ops.Abs(scaled), 1e-30))), -6.0);
        var step = Ops.Exp2(exponent - 3.0);
        return Ops.Round(scaled / step) * step * scale;
    }

    /// <summary>The axes of an einsum's input that it sums over; null for other layers.</summary>
    private static int[]? ReducedAxes(Layer layer)
    {
        if (EinsumLetters.Of(layer) is not { } letters)
        {
            return null;
        }

        return [.. Enumerable.Range(0, letters.Input.Length).Where(i => letters.Kernel.Contains(letters.Input[i]) && !letters.Output.Contains(letters.Input[i])).Select(i => i - letters.Input.Length)];
    }
}
