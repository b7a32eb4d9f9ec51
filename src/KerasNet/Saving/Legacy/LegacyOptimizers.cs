using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Optimizer configs of Keras 1 and 2: lr, decay, momentum with float noise, loss scaling in other words. Rows 20 and 21 of loading-traps.md.</summary>
internal static class LegacyOptimizers
{
    private static readonly string[] _meaningless =
        ["is_legacy_optimizer", "jit_compile", "_centered", "accumulator_name", "learning_rate_power_name", "grad_averaging", "sparse", "m_schedule", "experimental_aggregate_gradients", "weight_decay_vars"];

    public static JsonObject Normalize(JsonObject optimizer, KerasOrigin origin)
    {
        var copy = optimizer.DeepClone().AsObject();
        if (copy["config"] is not JsonObject config)
        {
            return copy;
        }

        if (origin.Major >= 3)
        {
            if (copy.Text("class_name") == "LossScaleOptimizer")
            {
                LossScale(config, origin);
            }

            return copy.Reread();
        }

        var name = Bare(copy.Text("class_name") ?? string.Empty);
        copy.Remove("registered_name");
        config.Drop(_meaningless);
        config.Rename("lr", "learning_rate");
        if (name is "LossScaleOptimizer" or "LossScaleOptimizerV3" or "LossScaleOptimizerV1")
        {
            LossScale(config, origin);
            copy["class_name"] = "LossScaleOptimizer";
            return copy.Reread();
        }

        if (config["learning_rate"] is JsonObject schedule && schedule["config"] is JsonObject inner)
        {
            schedule["class_name"] = Bare(schedule.Text("class_name") ?? string.Empty);
            schedule.Drop("module", "registered_name");
            inner.Drop("dtype");
        }

        if (origin.IsBeforeTensorFlow)
        {
            // The norm of all gradients together; Keras 3 has it under another name.
            config.Rename("clipnorm", "global_clipnorm");
        }

        OptimizerFormulas.Apply(name, config, origin);
        Decay(config, origin);
        if (config.ContainsKey("epsilon") && config["epsilon"] is null)
        {
            config["epsilon"] = 1e-7;
        }

        if (config["weight_decay"] is JsonValue decay && decay.GetValueKind() == JsonValueKind.False)
        {
            config.Remove("weight_decay");
        }

        if (config["ema_momentum"] is null)
        {
            config.Remove("ema_momentum");
        }

        foreach (var (key, value) in config.ToList())
        {
            if (value is null)
            {
                config.Remove(key);
            }
        }

        copy["class_name"] = name;
        return copy.Reread();
    }

    /// <summary>Keras divided the rate by 1 + decay · steps. Keras 1 had moved the counter on when it was read, but on Theano.</summary>
    private static void Decay(JsonObject config, KerasOrigin origin)
    {
        if (!config.Take("decay", out var decay) || decay is not JsonValue v || v.Number() is null or 0 || config["learning_rate"] is not JsonValue rate)
        {
            return;
        }

        // 1 + d · (n + 1) is (1 + d) · (1 + d / (1 + d) · n).
        var (initial, share) = (rate.Number() ?? 0, v.Number() ?? 0);
        var first = origin.Major == 1 && origin.Backend != "theano" ? 1 + share : 1;
        config["learning_rate"] = ConfigEdits.Object("InverseTimeDecay", new JsonObject
        {
            ["initial_learning_rate"] = initial / first, ["decay_steps"] = 1, ["decay_rate"] = share / first, ["staircase"] = false,
        });
    }

    private static void LossScale(JsonObject config, KerasOrigin origin)
    {
        config.Rename("optimizer", "inner_optimizer");
        if (config["inner_optimizer"] is JsonObject inner)
        {
            config["inner_optimizer"] = Normalize(inner, origin);
        }

        if (config.Take("loss_scale", out var scale) && scale is JsonObject { } s && s["config"] is JsonObject old)
        {
            config["initial_scale"] = old["initial_loss_scale"]?.DeepClone() ?? 32768.0;
            config["dynamic_growth_steps"] = old["increment_period"]?.DeepClone() ?? 2000;
        }

        foreach (var (key, _) in config.ToList())
        {
            if (key is not ("inner_optimizer" or "initial_scale" or "dynamic_growth_steps" or "name") || config[key] is null)
            {
                config.Remove(key);
            }
        }
    }

    private static string Bare(string name) => name[(name.LastIndexOf('>') + 1)..];
}
