using System.Text.Json.Nodes;

namespace KerasNet.Layers;

/// <summary>A C# function as a layer: <c>new Lambda(x => x * x)</c>. It has no weights of its own.</summary>
/// <remarks>Python: <c>keras.layers.Lambda</c>. A file cannot hold the function: whoever loads it gives the function again, by the layer's name (<see cref="Saving.CustomObjects"/>).</remarks>
public sealed class Lambda : Layer, Saving.IConfigurable
{
    private readonly Func<Tensors, Tensors> _function;
    private readonly Func<Tensor, Tensor?, Tensor?>? _mask;
    private readonly TensorShape? _outputShape;
    private readonly JsonObject _config;

    // What is given back as it came has its mask still.
    private bool _givesInput;

    /// <summary>A layer of a file; what the file says of it is written again.</summary>
    internal Lambda(Func<Tensors, Tensors> function, JsonObject config, TensorShape? outputShape = null, Func<Tensor, Tensor?, Tensor?>? mask = null) =>
        (_function, _config, _outputShape, _mask) = (function, config, outputShape, mask);

    /// <summary>A layer of a function of one tensor.</summary>
    /// <param name="function">The function.</param>
    /// <param name="outputShape">Shape of the result for one sample, which is checked; null: found by a trace.</param>
    /// <param name="mask">Gives the mask of the result for the input and its mask; null: the result has none.</param>
    public Lambda(Func<Tensor, Tensor> function, TensorShape? outputShape = null, Func<Tensor, Tensor?, Tensor?>? mask = null)
        : this(x => (Tensors)function(x.Single()), ConfigOf(outputShape, null), outputShape, mask)
    {
    }

    /// <summary>A layer of a function of one tensor and of named values, which are saved with the layer.</summary>
    /// <param name="function">The function; the second argument is <paramref name="arguments"/>.</param>
    /// <param name="outputShape">Shape of the result for one sample, which is checked; null: found by a trace.</param>
    /// <param name="mask">Gives the mask of the result for the input and its mask; null: the result has none.</param>
    /// <param name="arguments">The named values: numbers, text, lists.</param>
    public Lambda(Func<Tensor, IReadOnlyDictionary<string, object?>, Tensor> function, TensorShape? outputShape = null, Func<Tensor, Tensor?, Tensor?>? mask = null, IReadOnlyDictionary<string, object?>? arguments = null)
        : this(With(function, arguments ?? new Dictionary<string, object?>()), ConfigOf(outputShape, arguments), outputShape, mask)
    {
    }

    /// <inheritdoc/>
    public override bool SupportsMasking => _mask is not null;

    /// <summary>A layer of a function of several tensors.</summary>
    public static Lambda Of(Func<Tensors, Tensors> function) => new(function, ConfigOf(null, null));

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
    internal Lambda Copied() => new(_function, _config, _outputShape, _mask) { Name = Name };

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context)
    {
        var outputs = _function(inputs);
        _givesInput = outputs.Count == 1 && ReferenceEquals(outputs[0], inputs[0]);
        if (_outputShape is not null && !outputs.Single().Shape.IsCompatibleWith(_outputShape.Insert(0, -1)))
        {
            throw new ArgumentException($"Lambda layer '{Name}' declares outputShape: {_outputShape}, its function gives {outputs.Single().Shape}, with the batch axis in front. Correct one of them, or leave outputShape out.");
        }

        return outputs;
    }

    /// <inheritdoc/>
    protected override Tensor? ComputeMask(Tensor x, Tensor? mask) => _mask is not null ? _mask(x, mask) : _givesInput ? mask : null;

    private static Func<Tensors, Tensors> With(Func<Tensor, IReadOnlyDictionary<string, object?>, Tensor> function, IReadOnlyDictionary<string, object?> arguments) => x => (Tensors)function(x.Single(), arguments);

    private static JsonObject ConfigOf(TensorShape? outputShape, IReadOnlyDictionary<string, object?>? arguments) => new()
    {
        ["function"] = null,
        ["output_shape"] = Saving.ConfigValues.ToJson(outputShape),
        ["arguments"] = new JsonObject((arguments ?? new Dictionary<string, object?>()).Select(a => KeyValuePair.Create(a.Key, Saving.ConfigValues.ToJson(a.Value)))),
    };
}
