using System.Text.Json.Nodes;
using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

/// <summary>How a layer is called in a test: what Keras is asked, and what the tests do themselves. scripts/make_layer_goldens.py makes the same numbers.</summary>
public sealed record LayerQuestion(TensorShape[] Input, bool IsList, bool Training, bool Mask, int Integers, IReadOnlyDictionary<string, object> Arguments)
{
    /// <summary>The question as it stands in the golden files.</summary>
    public JsonObject Of(Layer layer)
    {
        var serialized = Layer.Serialize(layer);
        return new JsonObject
        {
            ["layer"] = serialized,
            ["input"] = new JsonArray([.. Input.Select(s => (JsonNode?)new JsonArray([.. s.ToArray().Select(d => (JsonNode?)d)]))]),
            ["list"] = IsList,
            ["apart"] = layer.TakesTensorsApart,
            ["training"] = Training,
            ["mask"] = Mask,
            ["integers"] = Integers,
            ["arguments"] = new JsonObject(Arguments.Select(p => KeyValuePair.Create(p.Key, Json(p.Value)))),
        };
    }

    /// <summary>The inputs, with their masks.</summary>
    public Tensors Inputs(DataType type)
    {
        var inputs = Input.Select((shape, i) => Integers > 0 ? LayerNumbers.Integers(i, shape, Integers) : Ops.Cast(LayerNumbers.Values(i, shape), type)).ToArray();
        for (var i = 0; i < inputs.Length && Mask; i++)
        {
            inputs[i].KerasMask = LayerNumbers.Mask(i, Input[i][..^1]);
        }

        return IsList ? inputs : inputs[0];
    }

    /// <summary>Symbolic inputs with any batch size.</summary>
    public Tensors Symbolic()
    {
        var inputs = Input.Select(s => Keras.Input(s[1..], dtype: Integers > 0 ? DataType.Int32 : null)).ToArray();
        return IsList ? inputs : inputs[0];
    }

    /// <summary>Calls the layer.</summary>
    public Tensors Call(Layer layer, Tensors inputs, bool? training = null) => layer.Invoke(inputs, new CallArguments
    {
        Training = training ?? Training,
        Masks = Arguments.GetValueOrDefault("mask") is TensorShape given ? [LayerNumbers.Mask(50, given)] : null,
        Named = Arguments.Where(p => p.Key != "mask").ToDictionary(p => p.Key, p => p.Value is TensorShape shape ? (object?)(Tensors)LayerNumbers.Mask(50, shape) : p.Value),
    });

    private static JsonNode? Json(object value) => value switch
    {
        bool flag => flag,
        TensorShape mask => new JsonObject { ["mask"] = new JsonArray([.. mask.ToArray().Select(d => (JsonNode?)d)]) },
        _ => throw new ArgumentException($"An argument is a flag or the shape of a mask. Received: {value}", nameof(value)),
    };
}
