using System.Text.Json.Nodes;
using KerasNet.Layers;
using KerasNet.Saving.Legacy;

namespace KerasNet.Saving;

/// <summary>Lambda layers of files: the user's function by name, one that is recognised, or a stand-in that says what is missing when it is called.</summary>
internal static class LambdaConfig
{
    public static Lambda Create(JsonObject config)
    {
        var name = config.Text("name") ?? "lambda";
        var function = NameOf(config["function"]);
        var own = KerasObjects.FindFunction(name) ?? (function is null ? null : KerasObjects.FindFunction(function));
        var kept = config.DeepClone().AsObject();
        kept.Drop("name", "trainable", "dtype");
        var lambda = new Lambda(own ?? Python.PythonLambda.Recognise(config) ?? (x => StandIn(x, name, function, config["output_shape"])), kept);
        LayerConfig.Apply(lambda, config, []);
        return lambda;
    }

    /// <summary>The name of the function where the file has one.</summary>
    private static string? NameOf(JsonNode? function) => function switch
    {
        JsonValue v => v.ToString(),
        JsonObject o => o.Text("config") ?? (o.Text("registered_name") is not ("function" or null) ? o.Text("registered_name") : null),
        _ => null,
    };

    /// <summary>While the model is made the layer has a shape; when it is to compute, it says what it lacks.</summary>
    private static Tensors StandIn(Tensors inputs, string name, string? function, JsonNode? outputShape)
    {
        if (LoadContext.Current is null)
        {
            throw new InvalidOperationException($"Lambda layer '{name}' is Python code{(function is null ? string.Empty : $" ('{function}')")}, which a file may hold but nobody should run. "
                + $"Give its function in C#: Keras.LoadModel(path, new CustomObjects().Function(\"{name}\", x => …)), or KerasObjects.RegisterFunction(\"{name}\", x => …) before loading.");
        }

        var x = inputs[0];
        if (outputShape is not JsonArray dims)
        {
            return Ops.Add(x, 0);
        }

        Tensor[] shape = [RawOps.Shape(x)[0], .. dims.Select(d => (Tensor)(d.Whole() ?? 1))];
        return Ops.Zeros(shape, x.DType);
    }
}
