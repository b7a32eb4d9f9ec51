using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Brings the config of a model, whoever wrote it, into the form of Keras 3. Each rule is a file that names its row of loading-traps.md.</summary>
internal static class LegacyConfig
{
    private const int MaxDepth = 64;

    // The order matters: class names first, then arguments, then what needs both; what is left over comes last.
    private static readonly Action<LayerEntry>[] _rules =
    [
        ClassAliases.Apply, Keras1Merge.Apply, Keras1Arguments.Apply, Keras1Objects.Apply, Keras1BatchNormalizationMode.Apply,
        InitializerTypes.Apply, InputShapes.Apply, DataTypePolicies.Apply, ActivationNames.Apply, HardSigmoid.Apply,
        CudnnLayers.Apply, ResetAfter.Apply, RecurrentCalls.Apply, AttentionCalls.Apply, AxisForms.Apply, LeakySlope.Apply, BilinearUpSampling.Apply,
        PreprocessingArguments.Apply, LambdaForms.Apply, TensorFlowOpLayers.Apply, TensorFlowFunctions.Apply, SlashNames.Apply, ObsoleteArguments.Apply,
    ];

    /// <summary>A new config; the given one stays as it is.</summary>
    /// <exception cref="InvalidDataException">The config is no model's.</exception>
    public static JsonObject Normalize(JsonObject model, KerasOrigin origin)
    {
        var copy = model.DeepClone().AsObject();
        NumpyNumbers.Unwrap(copy);
        Apply(new LayerEntry(copy, origin, origin.Major == 1 ? Keras1Models.DataFormat(copy) : null), 0);
        return copy.Reread();
    }

    private static void Apply(LayerEntry entry, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new InvalidDataException($"The config holds models in models more than {MaxDepth} deep. The file is damaged.");
        }

        SequentialForms.Apply(entry);
        ModelForms.Apply(entry);
        var config = entry.Config;
        if (config["layers"] is JsonArray layers)
        {
            if (config.ContainsKey("output_layers"))
            {
                CallForms.Apply(config);
                BatchShapes.Apply(config);
            }

            foreach (var layer in layers)
            {
                Inner(layer, entry, depth);
            }
        }

        foreach (var key in (string[])["layer", "cell", "forward_layer", "backward_layer"])
        {
            if (config[key] is JsonObject inner && inner.ContainsKey("class_name"))
            {
                Inner(inner, entry, depth);
            }
        }

        foreach (var cell in config["cells"] as JsonArray ?? [])
        {
            Inner(cell, entry, depth);
        }

        if (entry.Origin.Major >= 3 && FunctionalOperations.IsFunction(entry.Json))
        {
            return;
        }

        foreach (var rule in _rules)
        {
            rule(entry);
        }

        // Functions are told from layers by this key.
        if (entry.Origin.Major < 3 && entry.Json["module"]?.ToString().Contains(".ops", StringComparison.Ordinal) != true && entry.ClassName != "InputLayer" && !entry.Config.ContainsKey("trainable"))
        {
            entry.Config["trainable"] = true;
        }
    }

    private static void Inner(JsonNode? layer, LayerEntry outer, int depth) =>
        Apply(outer with { Json = layer as JsonObject ?? throw new InvalidDataException("A layer of the config is no object. The file is damaged.") }, depth + 1);
}
