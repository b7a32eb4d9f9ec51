using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Initializers of TensorFlow 1.13 to 2.3 carry a "dtype"; some stood under older class names. Row 1 of loading-traps.md.</summary>
internal static class InitializerTypes
{
    private static readonly Dictionary<string, string> _names = new(StringComparer.Ordinal)
    {
        ["OrthogonalInitializer"] = "Orthogonal", ["IdentityInitializer"] = "Identity", ["GlorotUniformV2"] = "GlorotUniform", ["GlorotNormalV2"] = "GlorotNormal",
        ["VarianceScalingV2"] = "VarianceScaling", ["RandomUniformV2"] = "RandomUniform", ["RandomNormalV2"] = "RandomNormal", ["TruncatedNormalV2"] = "TruncatedNormal",
        ["ZerosV2"] = "Zeros", ["OnesV2"] = "Ones", ["ConstantV2"] = "Constant", ["OrthogonalV2"] = "Orthogonal", ["IdentityV2"] = "Identity",
        ["random_uniform_initializer"] = "RandomUniform", ["random_normal_initializer"] = "RandomNormal", ["zeros_initializer"] = "Zeros", ["ones_initializer"] = "Ones",
        ["constant_initializer"] = "Constant", ["GlorotUniformInitializer"] = "GlorotUniform", ["L1L2Regularizer"] = "L1L2",
        ["HeUniformV2"] = "HeUniform", ["HeNormalV2"] = "HeNormal", ["LecunUniformV2"] = "LecunUniform", ["LecunNormalV2"] = "LecunNormal",
    };

    public static void Apply(LayerEntry entry)
    {
        foreach (var (key, value) in entry.Config.ToList())
        {
            if (value is JsonObject { } o && o.Text("class_name") is { } name && o["config"] is JsonObject config
                && (key.EndsWith("initializer", StringComparison.Ordinal) || key.EndsWith("regularizer", StringComparison.Ordinal) || key.EndsWith("constraint", StringComparison.Ordinal)))
            {
                o["class_name"] = _names.GetValueOrDefault(name, name);
                if (entry.Origin.Major < 3)
                {
                    config.Drop("dtype", "partition_info");
                }

                Forms(o.Text("class_name")!, config);
            }
        }
    }

    private static void Forms(string name, JsonObject config)
    {
        if (name == "VarianceScaling" && config.Text("distribution") == "normal")
        {
            config["distribution"] = "truncated_normal";
        }

        if (name is "Zeros" or "Ones")
        {
            config.Drop("seed");
        }

        if (name is "L1" or "L2" or "L1L2")
        {
            // Older files hold them as arrays of one number.
            foreach (var key in (string[])["l1", "l2"])
            {
                config.Change(key, v => v is JsonArray { Count: 1 } a ? a[0]?.DeepClone() : v);
            }
        }

        if (name == "RandomUniform" && config["minval"] is null && config.ContainsKey("minval"))
        {
            config.Drop("minval", "maxval");
        }
    }
}
