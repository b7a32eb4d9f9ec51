using System.Text.Json.Nodes;
using KerasNet.Activations;
using KerasNet.Initializers;
using KerasNet.Layers;
using KerasNet.Models;
using KerasNet.Saving.Legacy;

namespace KerasNet.Saving;

/// <summary>Configs in words that Keras 2 and Keras 3 both read: only what differs from the default, calls as lists, references to nested models from 1.</summary>
internal static class Keras2Config
{
    public static JsonObject Of(Model model) => Entry(model);

    /// <summary>The compiled state in the words of <c>.h5</c> files.</summary>
    public static JsonObject Training(JsonObject compiled)
    {
        var training = compiled.DeepClone().AsObject();
        training.Drop("run_eagerly", "steps_per_execution", "jit_compile");
        training.Take("optimizer", out var optimizer);
        training["optimizer_config"] = optimizer is JsonObject o ? Optimizer(o) : optimizer?.DeepClone();
        foreach (var key in (string[])["loss", "metrics", "weighted_metrics"])
        {
            training.Change(key, Objects);
        }

        return training;
    }

    /// <summary>Without this key Keras 2 takes the optimizers that it had before 2.11.</summary>
    private static JsonObject Optimizer(JsonObject optimizer)
    {
        var plain = Plain(optimizer);
        plain["config"]!["is_legacy_optimizer"] = false;
        if (plain["config"]!["inner_optimizer"] is JsonObject inner)
        {
            inner["config"]!["is_legacy_optimizer"] = false;
        }

        return plain;
    }

    private static JsonNode? Objects(JsonNode? node) => node switch
    {
        JsonObject o when o.ContainsKey("class_name") => Plain(o),
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Objects(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Objects)]),
        _ => node?.DeepClone(),
    };

    /// <summary>Class name and config, without nulls, modules and what only Keras 3 has.</summary>
    private static JsonObject Plain(JsonObject o)
    {
        var config = new JsonObject();
        foreach (var (key, value) in o["config"] as JsonObject ?? [])
        {
            if (value is not null && key is not ("gradient_accumulation_steps" or "loss_scale_factor" or "dtype"))
            {
                config[key] = value is JsonObject inner && inner.ContainsKey("class_name") ? Plain(inner) : value.DeepClone();
            }
        }

        return ConfigEdits.Object(o.Text("class_name")!, config);
    }

    private static JsonObject Entry(Operation operation)
    {
        if (operation is FunctionOperation)
        {
            // Only here and in .keras files do these have a form.
            var entry = FunctionalOperations.Serialize(operation);
            entry.Drop("registered_name");
            return entry;
        }

        return ConfigEdits.Object(KerasObjects.RegisteredName(operation.GetType()) ?? operation.ClassName, Config((Layer)operation));
    }

    private static JsonObject Config(Layer layer) => layer switch
    {
        InputLayer input => new JsonObject { ["batch_input_shape"] = ConfigValues.ToJson(input.BatchShape), ["dtype"] = input.Type.Name(), ["sparse"] = false, ["ragged"] = false, ["name"] = input.Name },
        Sequential sequential => new JsonObject
        {
            ["name"] = layer.Name,
            ["layers"] = new JsonArray([.. (sequential.InputLayer is { } input ? (IEnumerable<Layer>)[input, .. sequential.SubLayers] : sequential.SubLayers).Select(l => (JsonNode)Entry(l))]),
        },
        Model { Graph: { } graph } model when model.GetType() == typeof(Model) => Functional(model, graph),
        _ => Parameters(layer),
    };

    private static JsonObject Parameters(Layer layer)
    {
        var config = Base(layer);
        if (layer is Discretization)
        {
            // Keras 3 does not take it.
            config.Drop("trainable");
        }

        if (layer is MultiHeadAttention && DTypePolicyMap.Of(layer) is not DTypePolicyMap && layer.BuildShapes is [var query, var second, ..] shapes)
        {
            // Keras 2 builds it from these.
            (config["query_shape"], config["value_shape"], config["key_shape"]) = (ConfigValues.ToJson(query), ConfigValues.ToJson(second), ConfigValues.ToJson(shapes.Count > 2 ? shapes[2] : second));
        }

        if (layer is Lambda)
        {
            foreach (var (key, value) in layer.GetConfig())
            {
                config[key] = value?.DeepClone();
            }

            return config;
        }

        foreach (var parameter in ConfigShape.Of(layer.GetType()).Parameters)
        {
            var value = parameter.Property?.GetValue(layer);
            if (value is null || Equals(value, parameter.Parameter.DefaultValue) || value is "channels_last")
            {
                continue;
            }

            var key = layer is LeakyReLU && parameter.Key == "negative_slope" ? "alpha" : parameter.Key;
            config[key] = value switch
            {
                Layer inner => WithModules(Entry(inner), "keras.layers"),
                IEnumerable<Layer> several => new JsonArray([.. several.Select(l => (JsonNode)WithModules(Entry(l), "keras.layers"))]),
                ActivationFunction { Name: HardSigmoid.Name } => "hard_sigmoid",
                ActivationFunction f => f.Name,
                Initializer or Regularizers.Regularizer or Constraints.Constraint => Changed(value),
                _ => ConfigValues.ToJson(value),
            };
        }

        return config;
    }

    /// <summary>Inside wrappers Keras 3 looks classes up by their modules.</summary>
    private static JsonObject WithModules(JsonObject entry, string module)
    {
        entry["module"] = module;
        entry["registered_name"] = null;
        foreach (var (key, value) in (entry["config"] as JsonObject ?? []).ToList())
        {
            if (value is JsonObject inner && inner.ContainsKey("class_name") && !inner.ContainsKey("module"))
            {
                WithModules(inner, key.EndsWith("initializer", StringComparison.Ordinal) ? "keras.initializers" : key.EndsWith("regularizer", StringComparison.Ordinal) ? "keras.regularizers"
                    : key.EndsWith("constraint", StringComparison.Ordinal) ? "keras.constraints" : "keras.layers");
            }
        }

        return entry;
    }

    private static JsonObject Base(Layer layer)
    {
        var config = new JsonObject { ["name"] = layer.Name, ["trainable"] = layer.Trainable };
        if (layer is SpatialDropout)
        {
            config.Remove("trainable");
        }

        if (DTypePolicyMap.Of(layer).Name != "float32")
        {
            config["dtype"] = DTypePolicyMap.Of(layer) is var policy && policy is QuantizedDTypePolicy or DTypePolicyMap ? ConfigValues.ToJson(policy) : layer.DType.Name;
        }

        if (layer.ActivityRegularizer is { } penalty && layer is not ActivityRegularization)
        {
            config["activity_regularizer"] = Changed(penalty);
        }

        return config;
    }

    /// <summary>An object with the arguments that are not the default.</summary>
    private static JsonObject Changed(object value)
    {
        var config = new JsonObject();
        foreach (var parameter in ConfigShape.Of(value.GetType()).Parameters)
        {
            if (parameter.Property?.GetValue(value) is { } argument && !Equals(argument, parameter.Parameter.DefaultValue))
            {
                config[parameter.Key] = ConfigValues.ToJson(argument);
            }
        }

        return ConfigEdits.Object(value.GetType().Name, config);
    }

    private static JsonObject Functional(Model model, FunctionalGraph graph)
    {
        var config = new JsonObject { ["name"] = model.Name, ["trainable"] = model.Trainable };
        config["layers"] = new JsonArray([.. graph.Operations.Select(o =>
        {
            var entry = Entry(o);
            entry["name"] = o.Name;
            var calls = o is InputLayer ? [] : graph.Calls.Where(c => c.Operation == o);
            entry["inbound_nodes"] = new JsonArray([.. calls.Select(c => (JsonNode)(o is FunctionOperation ? FunctionalOperations.SerializeCall(c, graph) : Call(c, graph)))]);
            return (JsonNode)entry;
        })]);
        config["input_layers"] = new JsonArray([.. graph.Inputs.Select(t => (JsonNode)Ref(t, graph))]);
        config["output_layers"] = new JsonArray([.. graph.Outputs.Select(t => (JsonNode)Ref(t, graph))]);
        return config;
    }

    private static JsonArray Call(OperationCall call, FunctionalGraph graph)
    {
        var named = new JsonObject();
        foreach (var (key, value) in call.Arguments?.Named ?? new Dictionary<string, object?>())
        {
            if (value is Tensors tensors && key != "initial_state")
            {
                named[key] = tensors.IsSingle ? Ref(tensors[0], graph) : new JsonArray([.. tensors.Select(t => (JsonNode)Ref(t, graph))]);
            }
            else if (value is not null and not Tensors)
            {
                named[key] = ConfigValues.ToJson(value);
            }
        }

        if (call.Arguments?.Training is { } training)
        {
            named["training"] = training;
        }

        IEnumerable<Tensor> inputs = call.Inputs;
        if (call.Operation.ClassName is "MultiHeadAttention" && call.Inputs.Count > 1)
        {
            // Query by position, the others by name.
            named["value"] = Ref(call.Inputs[1], graph);
            if (call.Inputs.Count > 2)
            {
                named["key"] = Ref(call.Inputs[2], graph);
            }

            inputs = [call.Inputs[0]];
        }

        if (call.Arguments?.Named.TryGetValue("initial_state", out var states) == true && states is Tensors first)
        {
            inputs = [.. inputs, .. first];
        }

        return new JsonArray([.. inputs.Select(t =>
        {
            var reference = t.IsKeras ? Ref(t, graph) : new JsonArray("_CONSTANT_VALUE", -1, FunctionalOperations.Nested(t));
            reference.Add((JsonNode)named.DeepClone());
            return (JsonNode)reference;
        })]);
    }

    /// <summary>A nested model that has its input has a call of its own, which counts.</summary>
    private static JsonArray Ref(Tensor tensor, FunctionalGraph graph)
    {
        var reference = FunctionalConfig.Ref(tensor, graph);
        if (tensor.History!.Operation is Model { Graph: not null })
        {
            reference[1] = (reference[1].Whole() ?? 0) + 1;
        }

        return reference;
    }
}
