using System.Text.Json.Nodes;
using KerasNet.Layers;
using KerasNet.Losses;
using KerasNet.Metrics;
using KerasNet.Training;

namespace KerasNet.Saving;

/// <summary>A model's config with what it was built and compiled with, as Keras 3 writes it.</summary>
internal static class ModelConfigWriter
{
    public static JsonObject Of(Model model)
    {
        var config = ObjectSerializer.Serialize(model);
        if (model.Graph is { } graph)
        {
            config["build_config"] = new JsonObject
            {
                ["input_shape"] = graph.Inputs.IsSingle ? ConfigValues.ToJson(graph.Inputs[0].Shape) : new JsonArray([.. graph.Inputs.Select(t => ConfigValues.ToJson(t.Shape))]),
            };
        }

        if (CompileConfig(model) is { } compiled)
        {
            config["compile_config"] = compiled;
        }

        return config;
    }

    /// <summary>Keras 3's compile_config; null where the model is not compiled or a loss is a function that no file can hold.</summary>
    public static JsonObject? CompileConfig(Model model)
    {
        if (model.Trainer.Options is not { } options)
        {
            return null;
        }

        try
        {
            return new JsonObject
            {
                ["optimizer"] = ObjectSerializer.Serialize(options.Optimizer),
                ["loss"] = LossSpecConfig.Of(options.Loss),
                ["loss_weights"] = options.LossWeights switch
                {
                    null => null,
                    { ByName: { } byName } => new JsonObject(byName.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))),
                    { List: { } list } => new JsonArray([.. list.Select(w => (JsonNode)w)]),
                    _ => null,
                },
                ["metrics"] = MetricSpecConfig.Of(options.Metrics),
                ["weighted_metrics"] = MetricSpecConfig.Of(options.WeightedMetrics),
                ["run_eagerly"] = options.RunEagerly,
                ["steps_per_execution"] = options.StepsPerExecution,
                ["jit_compile"] = false,
            };
        }
        catch (NotSupportedException e)
        {
            Console.Error.WriteLine($"Model '{model.Name}' is saved without its compiled state: {e.Message}");
            return null;
        }
    }
}
