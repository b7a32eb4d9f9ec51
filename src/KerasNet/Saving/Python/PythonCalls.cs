using System.Text.Json.Nodes;
using KerasNet.Layers;
using KerasNet.Saving.Legacy;

namespace KerasNet.Saving.Python;

/// <summary>Functions of keras.backend, keras.ops and TensorFlow that Lambda layers call.</summary>
internal static class PythonCalls
{
    private static readonly Dictionary<string, string> _names = new(StringComparer.Ordinal)
    {
        ["mean"] = "reduce_mean", ["sum"] = "reduce_sum", ["max"] = "reduce_max", ["min"] = "reduce_min", ["prod"] = "reduce_prod", ["std"] = "reduce_std", ["var"] = "reduce_variance", ["any"] = "reduce_any", ["all"] = "reduce_all",
        ["permute_dimensions"] = "transpose", ["concatenate"] = "concat", ["clip"] = "clip_by_value", ["normalize"] = "l2_normalize",
    };

    /// <summary>The computation of a call; null for a function, or arguments, that are not known.</summary>
    public static Func<object?[], object?>? Find(string function, int positional, IReadOnlyList<string> keys)
    {
        var name = _names.GetValueOrDefault(function, function);
        if (FunctionForms.Find(name) is not { } form)
        {
            return null;
        }

        // Positional arguments: tensors, then the others in TensorFlow's order.
        string[] order = [.. form.Tensors, .. form.Config.Select(c => c.From)];
        string[] given = [.. Enumerable.Range(0, positional).Select(i => i < order.Length ? order[i] : string.Empty), .. keys];
        if (given.Skip(1).Any(g => !order.Contains(g)) || !FunctionOperation.IsFunction(form.Op))
        {
            return null;
        }

        return values => Compute(form, given, values);
    }

    private static object? Compute(FunctionForm form, string[] given, object?[] values)
    {
        var config = new JsonObject();
        foreach (var (key, value) in form.Defaults)
        {
            config[key] = value?.DeepClone();
        }

        var tensors = new List<Tensor>();
        for (var i = 0; i < values.Length; i++)
        {
            if (i == 0 || form.Tensors.Contains(given[i]))
            {
                tensors.AddRange(values[i] is object?[] several ? several.Select(PythonOperators.Tensor) : values[i] is Tensors many ? many : [PythonOperators.Tensor(values[i])]);
            }
            else
            {
                config[Array.Find(form.Config, c => c.From == given[i]).To] = Json(values[i]);
            }
        }

        return FunctionOperation.FromConfig(form.Op, config.Reread()).Compute(tensors.Count == 1 ? tensors[0] : new Tensors(tensors)) is { IsSingle: true } one ? one[0] : null;
    }

    private static JsonNode? Json(object? value) => value switch
    {
        long n => n,
        double d => d,
        bool b => b,
        string s => s,
        object?[] items => new JsonArray([.. items.Select(Json)]),
        _ => null,
    };
}
