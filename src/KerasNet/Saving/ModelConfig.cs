using System.Text.Json.Nodes;
using KerasNet.Layers;

namespace KerasNet.Saving;

/// <summary>Models from their configs.</summary>
internal static class ModelConfig
{
    public static Model Create(Type type, JsonObject config) =>
        type == typeof(Sequential) ? CreateSequential(config)
        : type == typeof(Model) ? FunctionalConfig.Create(config)
        : (Model)ObjectSerializer.Create(type, config);

    public static JsonObject OfSequential(Sequential model)
    {
        IEnumerable<Layer> layers = model.InputLayer is { } input ? [input, .. model.SubLayers] : model.SubLayers;
        var config = LayerConfig.Of(model);
        config["layers"] = new JsonArray([.. layers.Select(ObjectSerializer.Serialize)]);
        if (model.InputLayer is { } known)
        {
            config["build_input_shape"] = ConfigValues.ToJson(known.BatchShape);
        }

        return config;
    }

    private static Sequential CreateSequential(JsonObject config)
    {
        var layers = config.NeedObjects("layers").Select(l => (Layer)ObjectSerializer.Deserialize(l, typeof(Layer)));
        var model = new Sequential(layers);
        LayerConfig.Apply(model, config, []);
        if (model.Graph is null && config["build_input_shape"] is JsonArray { Count: > 1 } shape && !shape.Any(d => d is JsonArray or JsonObject))
        {
            model.BuildFor((TensorShape)ConfigValues.FromJson(shape, typeof(TensorShape), "build_input_shape")!, Keras.Config.FloatX);
        }

        return model;
    }
}
