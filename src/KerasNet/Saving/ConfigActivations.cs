using System.Text.Json.Nodes;
using KerasNet.Activations;
using KerasNet.Layers;
using KerasNet.Saving.Legacy;

namespace KerasNet.Saving;

/// <summary>Activations in configs: Keras's names, the user's, those of older files, and layers in an activation's place.</summary>
internal static class ConfigActivations
{
    private static readonly ActivationFunction _geluByTanh = new(static x => Ops.Gelu(x, approximate: true), "gelu_tanh");

    public static ActivationFunction Get(string name) =>
        KerasObjects.FindFunction(name) is { } own ? new ActivationFunction(x => own(x), name)
        : name == HardSigmoid.Name ? HardSigmoid.Function
        : name == _geluByTanh.Name ? _geluByTanh
        : name;

    /// <summary>An activation in Keras 3's long form: a function by name, or a layer.</summary>
    public static ActivationFunction Get(JsonObject serialized)
    {
        if (serialized.Text("class_name") == "function" || serialized["config"] is JsonValue)
        {
            return Get(serialized.Text("config") ?? serialized.Text("registered_name") ?? string.Empty);
        }

        var layer = (Layer)ObjectSerializer.Deserialize(serialized, typeof(Layer));
        return new ActivationFunction(x => layer.Apply(x), layer.Name, layer);
    }
}
