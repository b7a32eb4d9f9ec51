using System.Text.Json.Nodes;
using KerasNet.Layers;
using KerasNet.Models;
using KerasNet.Saving.Legacy;

namespace KerasNet.Saving;

/// <summary>Functional models as Keras 3 files hold them: layers, and the calls that made them into a graph.</summary>
internal static class FunctionalConfig
{
    public static JsonObject Of(Model model)
    {
        var graph = model.Graph!;
        var config = LayerConfig.Of(model);
        config.Remove("dtype");
        config["layers"] = new JsonArray([.. graph.Operations.Select(o => (JsonNode?)OfOperation(o, graph))]);
        config["input_layers"] = Refs(graph.Inputs, graph);
        config["output_layers"] = Refs(graph.Outputs, graph);
        return config;
    }

    public static Model Create(JsonObject config)
    {
        var made = new Dictionary<string, Operation>(StringComparer.Ordinal);
        var waiting = new List<(Operation Operation, JsonArray Calls, int Next)>();
        foreach (var entry in config.NeedObjects("layers"))
        {
            var operation = FunctionalOperations.Make(entry);
            made[entry["name"]?.GetValue<string>() ?? operation.Name] = operation;
            waiting.Add((operation, entry.NeedList("inbound_nodes"), 0));
        }

        Tensor? Find(JsonArray history)
        {
            if (history is not [JsonValue text, { } atCall, { } atOutput, ..] || atCall.Whole() is not int call || atOutput.Whole() is not int index || call < 0 || index < 0)
            {
                throw new InvalidDataException($"The model's config is damaged: expected a layer's name, a call and an output. Received: {history.ToJsonString()}.");
            }

            var name = text.ToString();
            var operation = made.GetValueOrDefault(name) ?? throw new ArgumentException($"The model's config calls a layer on '{name}', which it does not have.");
            return call >= operation.Calls.Count ? null : index < operation.Calls[call].Outputs.Count ? operation.Calls[call].Outputs[index]
                : throw new InvalidDataException($"The model's config is damaged: it takes output {index} of layer '{name}', which has {operation.Calls[call].Outputs.Count}.");
        }

        // A call waits until the tensors that it takes exist.
        while (waiting.Count > 0)
        {
            var before = waiting.Sum(w => w.Calls.Count - w.Next);
            for (var i = 0; i < waiting.Count; i++)
            {
                var (operation, calls, next) = waiting[i];
                while (next < calls.Count && FunctionalOperations.TryCall(operation, calls[next] as JsonObject ?? throw new InvalidDataException($"The model's config is damaged: a call of layer '{operation.Name}' is no object."), Find))
                {
                    next++;
                }

                waiting[i] = (operation, calls, next);
            }

            waiting.RemoveAll(w => w.Next == w.Calls.Count);
            if (waiting.Count > 0 && waiting.Sum(w => w.Calls.Count - w.Next) == before)
            {
                throw new ArgumentException($"The model's config has calls that wait for each other: {string.Join(", ", waiting.Select(w => w.Operation.Name))}.");
            }
        }

        var model = new Model(Tensors(config.NeedList("input_layers"), Find), Tensors(config.NeedList("output_layers"), Find));
        LayerConfig.Apply(model, config, []);
        return model;
    }

    private static JsonObject OfOperation(Operation operation, FunctionalGraph graph)
    {
        var entry = FunctionalOperations.Serialize(operation);
        entry["name"] = operation.Name;
        entry["inbound_nodes"] = new JsonArray([.. operation is InputLayer ? [] : graph.Calls.Where(c => c.Operation == operation).Select(c => (JsonNode?)FunctionalOperations.SerializeCall(c, graph))]);
        return entry;
    }

    /// <summary>[name, call, output], a list of them for several tensors.</summary>
    private static JsonArray Refs(Tensors tensors, FunctionalGraph graph) => tensors.IsSingle
        ? Ref(tensors[0], graph)
        : new JsonArray([.. tensors.Select(t => (JsonNode?)Ref(t, graph))]);

    internal static JsonArray Ref(Tensor tensor, FunctionalGraph graph)
    {
        var history = tensor.History!;
        var calls = graph.Calls.Where(c => c.Operation == history.Operation).OrderBy(c => c.Index).ToList();
        return [history.Operation.Name, calls.FindIndex(c => c.Index == history.CallIndex), history.OutputIndex];
    }

    private static Tensors Tensors(JsonArray list, Func<JsonArray, Tensor?> find)
    {
        Tensor One(JsonArray r) => find(r) ?? throw new ArgumentException($"The model's config names {r.ToJsonString()} as input or output, but that call does not exist.");
        return list is [JsonArray, ..] ? new Tensors(list.Select(r => One(r as JsonArray ?? list))) : One(list);
    }
}
