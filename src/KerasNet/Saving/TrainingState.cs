using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Optimizers;
using KerasNet.Saving.Legacy;
using KerasNet.Training;

namespace KerasNet.Saving;

/// <summary>The compiled state of a file: loss, metrics, optimizer and its slots. What cannot be restored leaves the model loaded but not compiled, and says so. Row 20 of loading-traps.md.</summary>
internal static class TrainingState
{
    /// <summary>Compiles a model as the file says.</summary>
    /// <param name="model">The model.</param>
    /// <param name="config">Keras 3's compile_config, or the training_config of <c>.h5</c> files.</param>
    /// <param name="origin">Which Keras wrote it.</param>
    /// <param name="loadSlots">Fills the built optimizer's variables; says what it could not.</param>
    public static void Apply(Model model, JsonObject config, KerasOrigin origin, Func<Optimizer, string?>? loadSlots)
    {
        try
        {
            var optimizer = OptimizerConfig.Create(config["optimizer_config"] ?? config["optimizer"], origin);
            var outputs = model.Graph is null ? (IReadOnlyList<string>)["output"] : TrainingNames.Outputs(model);
            model.Compile(
                optimizer is null ? null : (OptimizerSpec)optimizer,
                LossConfig.Create(config["loss"], origin),
                LossWeights(config["loss_weights"], outputs),
                MetricConfig.Create(config["metrics"], outputs.Count, origin),
                MetricConfig.Create(config["weighted_metrics"], outputs.Count, origin),
                autoScaleLoss: origin.Major >= 3);
            if (model.Optimizer is { } compiled && loadSlots is not null)
            {
                compiled.Build(model.TrainableWeights);
                if (loadSlots(compiled) is { } problem)
                {
                    Console.Error.WriteLine($"Model '{model.Name}': the state of the optimizer could not be restored, so it starts anew: {problem}");
                }
            }
        }
        catch (Exception e) when (e is ArgumentException or InvalidDataException or NotSupportedException or NullReferenceException or InvalidCastException or FormatException or InvalidOperationException or JsonException or TargetInvocationException)
        {
            Console.Error.WriteLine($"Model '{model.Name}' is loaded but not compiled: {e.Message} Call Compile before Fit or Evaluate.");
        }
    }

    private static LossWeights? LossWeights(JsonNode? node, IReadOnlyList<string> outputs) => node switch
    {
        JsonArray list => Training.LossWeights.Create([.. list.Select(n => n!.GetValue<double>())]),
        JsonObject byName => Training.LossWeights.Create([.. outputs.Select(o => byName[o]?.GetValue<double>() ?? 1)]),
        _ => null,
    };
}
