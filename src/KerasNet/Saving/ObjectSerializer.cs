using System.Text.Json.Nodes;
using KerasNet.Layers;

namespace KerasNet.Saving;

/// <summary>The constructor is the config: parameters, their properties and Keras's snake_case keys, bound once per type. No class writes its own.</summary>
internal static class ObjectSerializer
{
    /// <summary>Keras's <c>{"module", "class_name", "config", "registered_name"}</c> of an object.</summary>
    public static JsonObject Serialize(object value)
    {
        var registered = KerasObjects.RegisteredName(value.GetType()) ?? (ConfigModules.IsKerass(value.GetType()) ? null : value.GetType().Name);
        return new JsonObject
        {
            ["module"] = registered is null ? ConfigModules.Of(value) : null,
            ["class_name"] = value is Operation operation ? operation.FileClassName : registered ?? value.GetType().Name,
            ["config"] = Config(value),
            ["registered_name"] = registered,
        };
    }

    /// <summary>Keras's config of an object.</summary>
    public static JsonObject Config(object value) => value is IConfigurable own ? own.GetConfig() : Parameters(value);

    /// <summary>The constructor's arguments, with a layer's base keywords in front.</summary>
    public static JsonObject Parameters(object value)
    {
        var config = value is Layer layer ? LayerConfig.Of(layer) : [];
        foreach (var parameter in ConfigShape.Of(value.GetType()).Parameters)
        {
            if (parameter.Property is { } property && property.GetValue(value) is var argument && (argument is not null || !parameter.OnlyWhenSet))
            {
                config[parameter.Key] = ConfigValues.ToJson(argument);
            }
        }

        if (value is Layer { ActivityRegularizer: { } penalty } and not ActivityRegularization)
        {
            config["activity_regularizer"] = Serialize(penalty);
        }

        return config;
    }

    /// <summary>Makes an object of a class from its config.</summary>
    /// <exception cref="ArgumentException">A key is not a parameter of the class, or a value does not fit.</exception>
    public static object Create(Type type, JsonObject config)
    {
        var shape = ConfigShape.Of(type);
        var left = config.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var seed = type.IsDefined(typeof(DrawsSeedFirstAttribute), inherit: false) && config["seed"] is null ? Keras.State.NextSeed() : (int?)null;
        var arguments = new object?[shape.Parameters.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var (parameter, key) = (shape.Parameters[i].Parameter, shape.Parameters[i].Key);
            left.Remove(key);
            arguments[i] = config.TryGetPropertyValue(key, out var node)
                ? ConfigValues.FromJson(node, parameter.ParameterType, $"{type.Name}.{key}")
                : parameter.HasDefaultValue ? parameter.DefaultValue
                : throw new ArgumentException($"The config of {type.Name} has no '{key}'. Received keys: {string.Join(", ", config.Select(p => p.Key))}.");
        }

        object made;
        Internal.KerasState.ReserveSeed(seed);
        try
        {
            made = shape.Constructor.Invoke(arguments);
        }
        catch (System.Reflection.TargetInvocationException e) when (e.InnerException is not null)
        {
            throw e.InnerException is NullReferenceException ? new InvalidDataException($"{type.Name}: the config lacks something that it needs. Received the keys {string.Join(", ", config.Select(p => p.Key))}.", e) : e.InnerException;
        }
        finally
        {
            Internal.KerasState.ReserveSeed(null);
        }

        if (made is Layer layer)
        {
            LayerConfig.Apply(layer, config, left);
        }

        left.Remove("name");

        // What a later version added says nothing where it is null.
        left.RemoveWhere(key => config[key] is null);
        return left.Count == 0 ? made : throw new ArgumentException(
            $"The config of {type.Name} has unknown keys: {string.Join(", ", left)}. Expected: {string.Join(", ", shape.Parameters.Select(p => p.Key))}.");
    }

    /// <summary>Makes an object from Keras's <c>{"class_name", "config", …}</c>.</summary>
    public static object Deserialize(JsonObject serialized, Type kind)
    {
        var name = serialized["class_name"]?.GetValue<string>() ?? throw new ArgumentException("A serialized object has no 'class_name'.");
        var type = KerasObjects.Find(serialized["registered_name"]?.GetValue<string>() ?? name, kind);
        var config = serialized["config"]?.AsObject() ?? [];
        return FromConfig(type, config);
    }

    /// <summary>A new object of the same class and config.</summary>
    public static T Copy<T>(T value)
        where T : class => (T)FromConfig(value.GetType(), Reread(Config(value)));

    /// <summary>A config that a program made, as if it came from a file: there numbers have no type.</summary>
    public static JsonObject Reread(JsonObject config) => JsonNode.Parse(config.ToJsonString())!.AsObject();

    /// <summary>Makes an object, or a model with its layers, from what GetConfig gave.</summary>
    public static object FromConfig(Type type, JsonObject config) => typeof(Model).IsAssignableFrom(type) ? ModelConfig.Create(type, config)
        : type == typeof(Discretization) && config["num_bins"] is not null && config["bin_boundaries"] is not null ? Discretization.FromConfig(config)
        : type == typeof(Quantizers.Int4QuantizationConfig) && !config.ContainsKey("block_size") ? Create(type, new JsonObject(config.Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))) { ["block_size"] = null }) // of Keras before blocks
        : type == typeof(InputLayer) ? InputLayerConfig.Create(config)
        : type == typeof(Lambda) ? LambdaConfig.Create(config)
        : Create(type, config);
}
