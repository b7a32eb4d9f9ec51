using KerasNet.Layers;

namespace KerasNet.Saving.Quantization;

/// <summary>Weights of layers that Keras 3 quantised, as floats: 8-bit and packed 4-bit integers with their scales, 8-bit floats.</summary>
/// <remarks>Row 19 of loading-traps.md. A model that is read so computes what the quantised one computes; it is saved in floats.</remarks>
internal static class QuantizedWeights
{
    private static readonly string[] _int8 = ["{0}", "bias", "{0}_scale"];
    private static readonly string[] _int4 = ["{0}", "bias", "{0}_scale", "{0}_zero", "g_idx"];
    private static readonly string[] _float8 = ["{0}", "bias", "inputs_scale", "inputs_amax_history", "kernel_scale", "kernel_amax_history", "outputs_grad_scale", "outputs_grad_amax_history"];

    /// <summary>The values of a quantised layer's variables; null for a layer that is not quantised.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="read">Gives an array of the file by its position and its name; null where there is none.</param>
    public static IReadOnlyList<(KerasVariable Variable, Tensor Value)>? Restore(Layer layer, Func<int, string, Tensor?> read)
    {
        if (LoadNotes.Of(layer)?["mode"]?.ToString() is not { } mode || layer.OwnTrainable.Count == 0)
        {
            return null;
        }

        var kernel = layer.OwnTrainable[0];
        var hasBias = layer.OwnTrainable.Count > 1;
        string[] names = [.. (mode switch { "int8" => _int8, "int4" => _int4, "float8" => _float8, _ => [] }).Where(n => hasBias || n != "bias").Select(n => n.Replace("{0}", kernel.Name, StringComparison.Ordinal))];
        Tensor? Find(string name) => Array.IndexOf(names, name) is >= 0 and var i ? read(i, name) : null;
        if (names.Length == 0 || Find(kernel.Name) is not { } stored)
        {
            return null;
        }

        var values = new List<(KerasVariable, Tensor)>
        {
            (kernel, mode switch
            {
                "int8" => Int8(layer, kernel, stored, Need(Find, layer, kernel.Name + "_scale")),
                "int4" => Int4(layer, kernel, stored, Need(Find, layer, kernel.Name + "_scale"), Find(kernel.Name + "_zero"), Find("g_idx")),
                _ => Find("kernel_scale") is { } scale ? RoundedInput.Float8(stored, scale) : stored,
            }),
        };
        if (hasBias && Find("bias") is { } bias)
        {
            values.Add((layer.OwnTrainable[1], mode == "float8" ? Ops.Cast(Ops.Cast(bias, DataType.BFloat16), DataType.Float32) : bias));
        }

        if (mode == "float8" && Find("inputs_scale") is { } inputs)
        {
            layer.InputRounding = x => RoundedInput.Float8(x, inputs);
        }

        return values;
    }

    private static Tensor Need(Func<string, Tensor?> find, Layer layer, string name) =>
        find(name) ?? throw new InvalidDataException($"Layer '{layer.Name}' is quantised, but the file has no '{name}' for it.");

    private static Tensor Int8(Layer layer, KerasVariable kernel, Tensor stored, Tensor scale)
    {
        var values = Ops.Cast(stored, DataType.Float32);
        if (layer.ClassName == "Embedding")
        {
            return values / Ops.ExpandDims(scale, -1);
        }

        return values / (EinsumLetters.Of(layer) is { } letters && scale.Rank == letters.Output.Length ? ForKernel(scale, letters) : scale);
    }

    /// <summary>A scale along the output's axes, along the kernel's.</summary>
    private static Tensor ForKernel(Tensor scale, EinsumLetters letters)
    {
        // Axes of the output that the kernel lacks have size 1; those of the kernel that are summed over get it.
        var kept = letters.Output.Select((c, i) => (Letter: c, Axis: i)).Where(p => letters.Kernel.Contains(p.Letter)).ToList();
        var squeezed = Ops.Reshape(scale, new TensorShape([.. kept.Select(k => scale.Shape[k.Axis])]));
        var order = letters.Kernel.Where(letters.Output.Contains).Select(c => kept.FindIndex(k => k.Letter == c)).ToArray();
        var turned = Ops.Transpose(squeezed, order);
        var next = 0;
        return Ops.Reshape(turned, new TensorShape([.. letters.Kernel.Select(c => letters.Output.Contains(c) ? turned.Shape[next++] : 1)]));
    }

    private static Tensor Int4(Layer layer, KerasVariable kernel, Tensor packed, Tensor scale, Tensor? zero, Tensor? groups)
    {
        var columns = kernel.Shape.Rank == 2 ? kernel.Shape[1] : (int)(kernel.Shape.Size / packed.Shape[0]);
        var values = Ops.Cast(Unpack(packed, columns), DataType.Float32);
        var isEmbedding = layer.ClassName == "Embedding";
        Tensor floats;
        if (zero is null || groups is null)
        {
            floats = values / (isEmbedding ? Ops.ExpandDims(scale, -1) : scale);
        }
        else
        {
            // Each row (of an embedding: each column) has the scale and zero of its group.
            var axis = isEmbedding ? -1 : 0;
            var index = Ops.Cast(groups, DataType.Int32);
            floats = (values - Ops.Cast(Ops.Take(zero, index, axis), DataType.Float32)) * Ops.Take(scale, index, axis);
        }

        return Ops.Reshape(floats, kernel.Shape);
    }

    /// <summary>Two numbers from -8 to 7 in each byte, the lower half first, along the last axis.</summary>
    private static Tensor Unpack(Tensor packed, int columns)
    {
        var (rows, width) = (packed.Shape[0], (int)(packed.Size / packed.Shape[0]));
        if (columns > 2 * width)
        {
            throw new InvalidDataException($"A packed kernel has {2 * width} columns, {columns} are needed. The file is damaged.");
        }

        var from = packed.AsSpan<sbyte>();
        var to = new sbyte[(long)rows * columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                var half = (from[(r * width) + (c / 2)] >> (4 * (c % 2))) & 15;
                to[(r * columns) + c] = (sbyte)((half ^ 8) - 8);
            }
        }

        return Tensor.Create<sbyte>(to, [rows, columns]);
    }
}
