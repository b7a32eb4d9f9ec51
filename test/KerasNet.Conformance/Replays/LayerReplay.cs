using System.Text.Json;
using KerasNet.Conformance.Records;
using KerasNet.Layers;

namespace KerasNet.Conformance.Replays;

/// <summary>Layers: config, weights and input give the output; the numbers of weights, losses and shapes are Keras's.</summary>
internal sealed class LayerReplay : IReplay
{
    public void Replay(JsonElement record)
    {
        SkipPython(record);
        var fixture = record.GetProperty("fixture");
        var layer = RecordedObject.Create<Layer>(record.GetProperty("config"), record.TryGetProperty("init_kwargs", out var given) ? given : default);
        var inputs = Inputs(RecordedValue.Read(fixture.GetProperty("input")));
        var training = record.TryGetProperty("call_kwargs", out var call) && call.TryGetProperty("training", out var t) && t.ValueKind == JsonValueKind.True;
        var first = layer.Apply(inputs, training: training);
        SetWeights(layer, [.. fixture.GetProperty("weights").EnumerateArray()]);
        var exact = record.GetProperty("reproducible").GetBoolean() && !record.GetProperty("random").GetBoolean();
        Output(RecordedValue.Read(fixture.GetProperty("output")), exact ? layer.Apply(inputs, training: training) : first, exact, "output");
        Expected(record, layer, exact, training);
    }

    /// <summary>Functions and cells that Keras's tests wrote in Python.</summary>
    private static void SkipPython(JsonElement record)
    {
        if (record.TryGetProperty("init_kwargs_err", out var function))
        {
            throw new SkipException($"needs a Python function: {function.GetString()}");
        }

        if ((PythonClass(record.GetProperty("config")) ?? (record.TryGetProperty("init_kwargs", out var given) ? PythonClass(given) : null)) is { } name)
        {
            throw new SkipException($"needs a Python class: {name}");
        }
    }

    private static string? PythonClass(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when json.TryGetProperty("module", out var module) && module.ValueKind == JsonValueKind.String && module.GetString()!.EndsWith("_test", StringComparison.Ordinal) =>
            json.GetProperty("class_name").GetString(),
        JsonValueKind.Object => json.EnumerateObject().Select(p => PythonClass(p.Value)).FirstOrDefault(n => n is not null),
        JsonValueKind.Array => json.EnumerateArray().Select(PythonClass).FirstOrDefault(n => n is not null),
        _ => null,
    };

    private static Tensors Inputs(object? value) => value switch
    {
        Tensor one => one,
        object?[] list => new Tensors(list.Cast<Tensor>()),
        Dictionary<string, object?> map => new Tensors(map.ToDictionary(p => p.Key, p => (Tensor)p.Value!)),
        _ => throw new MismatchException($"The input is not one of tensors: {value}"),
    };

    private static void SetWeights(Layer layer, JsonElement[] weights)
    {
        var own = layer.Weights;
        Comparison.Same(weights.Length, own.Count, "number of weights");
        for (var i = 0; i < weights.Length; i++)
        {
            Comparison.Same(weights[i].GetProperty("name").GetString(), own[i].Name, $"name of weight {i}");
            Comparison.Same(weights[i].GetProperty("dtype").GetString(), own[i].DType.Name(), $"type of weight {i}, {own[i].Name}");
            Comparison.Same(RecordedValue.Read(weights[i].GetProperty("shape")), own[i].Shape, $"shape of weight {i}, {own[i].Name}");
            Comparison.Same(weights[i].GetProperty("trainable").GetBoolean(), own[i].Trainable, $"trainable of weight {i}, {own[i].Name}");
        }

        layer.SetWeights([.. weights.Select(w => RecordedValue.Array(w.GetProperty("value"))!)]);
    }

    private static void Output(object? expected, Tensors actual, bool exact, string what)
    {
        if (exact)
        {
            Comparison.Same(expected, expected is Tensor ? actual.Single() : actual, what);
            return;
        }

        object?[] all = expected as object?[] ?? [expected];
        Comparison.Same(all.Length, actual.Count, $"number of tensors of the {what}");
        for (var i = 0; i < all.Length; i++)
        {
            Comparison.Same(ShapeOf(all[i]), actual[i].Shape, $"shape of the {what}");
            Comparison.Same(((Tensor)all[i]!).DType.Name(), actual[i].DType.Name(), $"type of the {what}");
        }
    }

    private static object?[] ShapeOf(object? value) => [.. ((Tensor)value!).Shape.ToArray().Cast<object?>()];

    private static void Expected(JsonElement record, Layer layer, bool exact, bool training)
    {
        Count(record, "expected_num_trainable_weights", layer.TrainableWeights.Count);
        Count(record, "expected_num_non_trainable_weights", layer.NonTrainableWeights.Count);
        Count(record, "expected_num_losses", layer.Losses.Count);
        if (record.TryGetProperty("supports_masking", out var masking) && masking.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            Comparison.Same(masking.GetBoolean(), layer.SupportsMasking, "supports_masking");
        }

        if (record.TryGetProperty("expected_output_shape", out var shape) && RecordedValue.Read(shape) is object?[] wanted && record.TryGetProperty("input_shape", out var input) && RecordedValue.Read(input) is { } sizes)
        {
            var outputs = Symbolic(layer, sizes, record.TryGetProperty("input_dtype", out var dtype) ? dtype.GetString()! : "float32");
            Comparison.Same(wanted, Array.Exists(wanted, w => w is object?[]) ? outputs.Select(o => o.Shape).ToArray() : outputs.Single().Shape, "shape of the symbolic output");
            if (record.TryGetProperty("expected_output_dtype", out var type) && type.ValueKind == JsonValueKind.String)
            {
                Comparison.Same(type.GetString(), outputs.Single().DType.Name(), "type of the symbolic output");
            }
        }

        if (exact && record.TryGetProperty("expected_output", out var output) && record.TryGetProperty("input_data", out var data)
            && RecordedValue.Read(output) is Tensor numbers && RecordedValue.Read(data) is { } given)
        {
            // Written by hand with NumPy's types, so that only the numbers count.
            var actual = layer.Apply(Inputs(given), training: training).Single();
            Comparison.Numbers(numbers, actual, "expected output", actual.DType);
        }
    }

    private static void Count(JsonElement record, string key, int actual)
    {
        if (record.TryGetProperty(key, out var expected) && expected.ValueKind == JsonValueKind.Number)
        {
            Comparison.Same(expected.GetInt32(), actual, key["expected_".Length..]);
        }
    }

    private static Tensors Symbolic(Layer layer, object sizes, string dtype)
    {
        var type = DataTypes.Parse(dtype);
        Tensor One(object? shape) => Symbol((TensorShape)Calls.Conversion.To(shape, typeof(TensorShape))!, type);
        Tensors inputs = sizes switch
        {
            Dictionary<string, object?> map => new Tensors(map.ToDictionary(p => p.Key.EndsWith("_shape", StringComparison.Ordinal) ? p.Key[..^"_shape".Length] : p.Key, p => One(p.Value))),
            object?[] list when list.Length > 0 && list[0] is object?[] => new Tensors(list.Select(One)),
            _ => One(sizes),
        };
        return layer.Apply(inputs);
    }

    private static Tensor Symbol(TensorShape shape, DataType type) =>
        new(new Models.KerasHistory(new InputLayer(shape, null, type), -1, 0), type, shape, "keras_tensor");
}
