using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Arguments of Keras 1 under their names of today. Row 9 of loading-traps.md and its section 4.2.</summary>
internal static class Keras1Arguments
{
    private static readonly HashSet<string> _recurrent = ["LSTM", "GRU", "SimpleRNN", "ConvLSTM2D"];

    private static readonly (string From, string To)[] _everywhere =
    [
        ("W_regularizer", "kernel_regularizer"), ("b_regularizer", "bias_regularizer"), ("U_regularizer", "recurrent_regularizer"),
        ("W_constraint", "kernel_constraint"), ("b_constraint", "bias_constraint"), ("U_constraint", "recurrent_constraint"), ("bias", "use_bias"),
        ("nb_filter", "filters"), ("filter_length", "kernel_size"), ("border_mode", "padding"), ("subsample", "strides"), ("subsample_length", "strides"),
        ("atrous_rate", "dilation_rate"), ("pool_length", "pool_size"), ("stride", "strides"), ("p", "rate"), ("sigma", "stddev"),
        ("inner_init", "recurrent_initializer"), ("inner_activation", "recurrent_activation"), ("dropout_W", "dropout"), ("dropout_U", "recurrent_dropout"),
        ("beta_init", "beta_initializer"), ("gamma_init", "gamma_initializer"),
    ];

    public static void Apply(LayerEntry entry)
    {
        if (entry.Origin.Major > 1 || LayerNames.Keras1Only.Contains(entry.ClassName))
        {
            return;
        }

        var (name, config) = (entry.ClassName, entry.Config);
        if (name == "Embedding")
        {
            config.Drop("dropout", "activity_regularizer");
            config.Rename("init", "embeddings_initializer");
            config.Rename("W_regularizer", "embeddings_regularizer");
            config.Rename("W_constraint", "embeddings_constraint");
        }
        else if (name is "Dense" || _recurrent.Contains(name))
        {
            config.Rename("output_dim", "units");
            config.Drop("input_dim", "input_length");
        }

        Initializers(name, config);
        foreach (var (from, to) in _everywhere)
        {
            config.Rename(from, to);
        }

        if (name == "UpSampling1D")
        {
            config.Rename("length", "size");
        }

        Kernels(config);
        DataFormat(entry);
        Recurrent(name, config);
        Paddings(name, config);
        if (name == "Conv2DTranspose")
        {
            config.Drop("output_shape");
        }
    }

    private static void Initializers(string name, JsonObject config)
    {
        if (!config.Take("init", out var init))
        {
            return;
        }

        switch (name)
        {
            case "PReLU":
                config["alpha_initializer"] = init;
                break;
            case "SeparableConv2D":
                config["depthwise_initializer"] = init?.DeepClone();
                config["pointwise_initializer"] = init;
                break;
            default:
                config["kernel_initializer"] = init;
                break;
        }
    }

    private static void Kernels(JsonObject config)
    {
        if (config.Take("nb_row", out var rows) && config.Take("nb_col", out var columns))
        {
            config["kernel_size"] = new JsonArray(rows?.DeepClone(), columns?.DeepClone());
        }

        if (config.Take("kernel_dim1", out var first) && config.Take("kernel_dim2", out var second) && config.Take("kernel_dim3", out var third))
        {
            config["kernel_size"] = new JsonArray(first?.DeepClone(), second?.DeepClone(), third?.DeepClone());
        }
    }

    /// <summary>Layers that say nothing take what the reader's keras.json said; the other layers of the model tell what that was.</summary>
    private static void DataFormat(LayerEntry entry)
    {
        if (entry.Config.Take("dim_ordering", out var ordering))
        {
            entry.Config["data_format"] = Keras1Models.DataFormatOf(ordering);
        }

        if (entry.DataFormat is { } format && entry.Config["data_format"] is null && LayerNames.Spatial.Contains(entry.ClassName))
        {
            entry.Config["data_format"] = format;
        }
    }

    private static void Recurrent(string name, JsonObject config)
    {
        if (!_recurrent.Contains(name))
        {
            return;
        }

        config.Drop("consume_less");
        if (config.Take("forget_bias_init", out var forget))
        {
            config["unit_forget_bias"] = forget is JsonValue v && v.GetValueKind() == JsonValueKind.String && v.GetValue<string>() is "one" or "ones";
        }

        if (name == "LSTM" && !config.ContainsKey("unit_forget_bias"))
        {
            config["unit_forget_bias"] = true;
        }
    }

    private static void Paddings(string name, JsonObject config)
    {
        JsonNode? Side(JsonObject sides, string key) => sides[key]?.DeepClone() ?? 0;
        config.Change("padding", padding => (name, padding) switch
        {
            ("ZeroPadding1D", JsonObject sides) => new JsonArray(Side(sides, "left_pad"), Side(sides, "right_pad")),
            ("ZeroPadding2D", JsonObject sides) => new JsonArray(
                new JsonArray(Side(sides, "top_pad"), Side(sides, "bottom_pad")),
                new JsonArray(Side(sides, "left_pad"), Side(sides, "right_pad"))),
            ("ZeroPadding2D", JsonArray { Count: 4 } sides) => new JsonArray(
                new JsonArray(sides[0]?.DeepClone(), sides[1]?.DeepClone()),
                new JsonArray(sides[2]?.DeepClone(), sides[3]?.DeepClone())),
            _ => padding,
        });
    }
}
