using System.Text.Json.Nodes;

namespace KerasNet.Layers;

/// <summary>A C# function as a layer: <c>new Lambda(x => x * x)</c>. It has no weights of its own.</summary>
/// <remarks>Python: <c>keras.layers.Lambda</c>. A file cannot hold the function: whoever loads it gives the function again, by the layer's name (<see cref="Saving.CustomObjects"/>).</remarks>
public sealed class Lambda : Layer, Saving.IConfigurable
{
    private readonly Func<Tensors, Tensors> _function;
    private readonly JsonObject _config;

    /// <summary>A layer of a file; what the file says of it is written again.</summary>
    internal Lambda(Func<Tensors, Tensors> function, JsonObject? config = null) => (_function, _config) = (function, config ?? new JsonObject { ["function"] = null, ["output_shape"] = null, ["arguments"] = new JsonObject() });

    /// <summary>A layer of a function of one tensor.</summary>
    public Lambda(Func<Tensor, Tensor> function)
        : this(x => (Tensors)function(x.Single()))
    {
    }

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <summary>A layer of a function of several tensors.</summary>
    public static Lambda Of(Func<Tensors, Tensors> function) => new(function);

    JsonObject Saving.IConfigurable.GetConfig()
    {
        var config = Saving.LayerConfig.Of(this);
        foreach (var (key, value) in _config)
        {
            config[key] = value?.DeepClone();
        }

        return config;
    }

    /// <summary>A layer of the same function.</summary>
    internal Lambda Copied() => new(_function) { Name = Name };

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context) => _function(inputs);
}
