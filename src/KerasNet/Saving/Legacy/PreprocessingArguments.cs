using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Arguments that preprocessing layers had in TensorFlow 2.3 to 2.15. Rows 4 and 25 of loading-traps.md.</summary>
internal static class PreprocessingArguments
{
    public static void Apply(LayerEntry entry)
    {
        var config = entry.Config;
        switch (entry.ClassName)
        {
            case "CategoryEncoding":
                config.Rename("max_tokens", "num_tokens");
                config.Change("output_mode", Mode);
                break;
            case "IntegerLookup":
                config.Rename("max_values", "max_tokens");
                config.Rename("mask_value", "mask_token");
                config.Rename("oov_value", "oov_token");
                config.Rename("num_oov_tokens", "num_oov_indices");
                Lookup(config);
                break;
            case "StringLookup":
                config.Rename("num_oov_tokens", "num_oov_indices");
                Lookup(config);
                break;
            case "TextVectorization":
                config.Change("output_mode", Mode);
                Lookup(config);
                break;
            case "Discretization":
                config.Rename("bins", "bin_boundaries");
                if (config["bin_boundaries"] is JsonArray { Count: > 0 } && config["num_bins"] is not null)
                {
                    config.Remove("num_bins");
                }

                break;
            case "Hashing":
                if (config["salt"] is null)
                {
                    config.Remove("salt");
                }

                break;
            case "RandomZoom" or "RandomTranslation" or "RandomRotation" when config["fill_value"] is null:
                config.Remove("fill_value");
                break;
        }
    }

    private static void Lookup(JsonObject config) => config.Drop("vocabulary_size", "has_input_vocabulary", "oov_method", "has_vocabulary");

    private static JsonNode? Mode(JsonNode? mode) => mode is JsonValue v && v.ToString() is var text
        ? text switch { "binary" => "multi_hot", "tf-idf" => "tf_idf", _ => text }
        : mode;
}
