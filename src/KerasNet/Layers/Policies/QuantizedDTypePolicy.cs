using KerasNet.Quantizers;

namespace KerasNet.Layers;

/// <summary>Kernels in few bits, everything else as another policy says: <c>"int8_from_mixed_bfloat16"</c>.</summary>
/// <remarks>Python: <c>keras.dtype_policies.QuantizedDTypePolicy</c>.</remarks>
public class QuantizedDTypePolicy : DTypePolicy
{
    private readonly string _mode;

    /// <summary>A policy of a mode, from another policy.</summary>
    /// <param name="mode"><c>int8</c>, <c>int4</c>, <c>float8</c>, <c>gptq</c> or <c>awq</c>.</param>
    /// <param name="sourceName">The other policy's name; null: that of <see cref="KerasConfig.DTypePolicy"/>.</param>
    /// <exception cref="ArgumentException">There is no such mode, or it does not go with the type of computation.</exception>
    public QuantizedDTypePolicy(string mode, string? sourceName = null)
        : base($"{mode}_from_{sourceName ?? Keras.Config.DTypePolicy.Name}", sourceName ?? Keras.Config.DTypePolicy.Name)
    {
        (Mode, SourceName) = (mode, sourceName ?? Keras.Config.DTypePolicy.Name);
        _mode = mode.Split('/')[0];
        if (!QuantizationConfig.Modes.Contains(_mode))
        {
            throw new ArgumentException($"Invalid quantization mode. Expected one of {string.Join(", ", QuantizationConfig.Modes)}. Received: mode={mode}.", nameof(mode));
        }

        if (_mode == "int8" && SourceName is "float16" or "mixed_float16")
        {
            throw new ArgumentException($"Quantization mode='{mode}' doesn't work well with compute_dtype='float16'. Use a policy such as mixed_bfloat16. Received: source_name={SourceName}.", nameof(sourceName));
        }
    }

    /// <summary>The mode, with its sizes where it has some: <c>int4/128</c>.</summary>
    public string Mode { get; }

    /// <summary>Name of the policy that it is made from.</summary>
    public string SourceName { get; }

    /// <inheritdoc/>
    public override string? QuantizationMode => _mode;

    /// <summary>The numbers after the mode, as in <c>gptq/4/128</c>.</summary>
    private protected static int[] Sizes(string mode, string name, params string[] sizes)
    {
        var expected = $"'{name}/{string.Join('/', sizes.Select(s => $"<{s}>"))}'";
        var parts = mode.Split('/');
        var numbers = new int[sizes.Length];
        if (parts.Length != sizes.Length + 1 || parts[0] != name
            || !sizes.Select((_, i) => int.TryParse(parts[i + 1], System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out numbers[i])).All(ok => ok))
        {
            throw new ArgumentException($"Invalid mode. Expected the format {expected} with whole numbers. Received: '{mode}'.", nameof(mode));
        }

        return numbers[^1] is -1 or > 0 ? numbers
            : throw new ArgumentException($"Invalid {sizes[^1]} in mode. Expected -1 (none) or a positive number. Received: {numbers[^1]} in '{mode}'.", nameof(mode));
    }

    /// <summary>True for the name of such a policy.</summary>
    internal static bool IsName(string name) => Array.Exists(QuantizationConfig.Modes, m => name.StartsWith(m, StringComparison.Ordinal)) && name.Contains("_from_", StringComparison.Ordinal);

    /// <summary>The policy of a name: <c>int4/128_from_float32</c>.</summary>
    internal static QuantizedDTypePolicy Parse(string name)
    {
        if (name.Split("_from_") is not [var mode, var source])
        {
            throw new ArgumentException($"Cannot convert the policy into a pair of mode and source_name. Expected for example: int8_from_float32. Received: '{name}'.", nameof(name));
        }

        return mode.Split('/')[0] switch
        {
            "int4" when mode.Contains('/', StringComparison.Ordinal) => new Int4DTypePolicy(mode, source),
            "gptq" => new GPTQDTypePolicy(mode, source),
            "awq" => new AWQDTypePolicy(mode, source),
            "float8" => new QuantizedFloat8DTypePolicy(mode, source),
            _ => new QuantizedDTypePolicy(mode, source),
        };
    }
}
