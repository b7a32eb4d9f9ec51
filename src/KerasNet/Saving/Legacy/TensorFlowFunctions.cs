using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>TensorFlow functions in functional models of TF 2.4 to 2.15: TFOpLambda, SlicingOpLambda, ClassMethod. Row 14 of loading-traps.md.</summary>
internal static class TensorFlowFunctions
{
    public static void Apply(LayerEntry entry)
    {
        if (entry.ClassName is not ("TFOpLambda" or "SlicingOpLambda" or "ClassMethod" or "InstanceMethod" or "InstanceProperty"))
        {
            return;
        }

        var function = entry.Config.Text("function") ?? entry.Config.Text("method_name") ?? entry.Config.Text("attr_name") ?? string.Empty;
        var last = function[(function.LastIndexOf('.') + 1)..];
        switch (last)
        {
            case "getitem":
                GetItem(entry);
                return;
            case "matmul":
                MatMul(entry);
                return;
            case "split" or "split_v2":
                Split(entry);
                return;
            case "pad" or "pad_v2":
                Mode(entry);
                break;
            case "resize" or "resize_images_v2" or "resize_v2":
                Resize(entry);
                return;
            case "einsum":
                Einsum(entry);
                return;
            case "add_n":
                FunctionForm.Become(entry, "Add", new JsonObject { ["name"] = SlashNames.Plain(entry.Name) });
                entry.Json["module"] = "keras.layers";
                return;
            case "norm" or "norm_v2":
                Change(entry, "ord", o => o?.ToString() == "euclidean" ? null : o?.DeepClone());
                break;
            case "conv2d" or "conv2d_v2" or "avg_pool" or "avg_pool2d" or "avg_pool_v2" or "max_pool" or "max_pool2d" or "max_pool_v2":
                Change(entry, "padding", p => p?.ToString().ToLowerInvariant());
                foreach (var key in (string[])["ksize", "strides", "dilations"])
                {
                    // One number for each axis: batch and channels have 1.
                    Change(entry, key, n => n is JsonArray { Count: 4 } four ? new JsonArray(four[1]!.DeepClone(), four[2]!.DeepClone()) : n?.DeepClone());
                }

                break;
        }

        var form = FunctionForms.Find(function);
        if (form?.Misses(entry) == true)
        {
            form = WithMore(form);
        }

        if (form is null || form.Misses(entry))
        {
            UnknownFunctions.Apply(entry, "tf." + function);
            return;
        }

        form.Apply(entry);
    }

    /// <summary>The function with arguments that Keras 3 does not have.</summary>
    private static FunctionForm WithMore(FunctionForm form) => form.Op switch
    {
        "Cumsum" => form with { Op = nameof(TensorFlowOps.RunningSum), Config = [.. form.Config, ("exclusive", "exclusive"), ("reverse", "reverse")] },
        "Take" => form with { Op = nameof(TensorFlowOps.GatherTogether), Config = [.. form.Config, ("batch_dims", "batch_dims")] },
        "OneHot" => form with { Op = nameof(TensorFlowOps.OneOf), Config = [.. form.Config, ("on_value", "on_value"), ("off_value", "off_value")] },
        _ => form,
    };

    private static void GetItem(LayerEntry entry)
    {
        foreach (var call in entry.Calls)
        {
            var key = call["kwargs"]?["slice_spec"]?.DeepClone();
            var items = key is JsonArray list ? list : new JsonArray(key);
            call["args"] = new JsonArray(call["args"]![0]?.DeepClone(), new JsonArray([.. items.Select(Index)]));
            call["kwargs"] = new JsonObject();
        }

        FunctionForm.Become(entry, "GetItem", new JsonObject { ["name"] = SlashNames.Plain(entry.Name) });
    }

    private static JsonNode? Index(JsonNode? item) => item switch
    {
        JsonObject o when o.ContainsKey("start") || o.ContainsKey("stop") => ConfigEdits.Object("__slice__", new JsonObject { ["start"] = o["start"]?.DeepClone(), ["stop"] = o["stop"]?.DeepClone(), ["step"] = o["step"]?.DeepClone() }),
        JsonObject o when o.Text("class_name") == "__ellipsis__" => ConfigEdits.Object("__ellipsis__"),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => ConfigEdits.Object("__ellipsis__"),
        _ => item?.DeepClone(),
    };

    private static void MatMul(LayerEntry entry)
    {
        var named = entry.Calls.FirstOrDefault()?["kwargs"] as JsonObject ?? [];
        var (first, second) = (named["transpose_a"].Flag() || named["adjoint_a"].Flag(), named["transpose_b"].Flag() || named["adjoint_b"].Flag());
        if (!first && !second)
        {
            FunctionForms.Find("matmul")!.Apply(entry);
            return;
        }

        new FunctionForm("Einsum", ["a", "b"], [], [("subscripts", $"...{(first ? "ji" : "ij")},...{(second ? "kj" : "jk")}->...ik")]).Apply(entry);
    }

    private static void Einsum(LayerEntry entry)
    {
        // The first argument is the text; the tensors follow.
        JsonNode? equation = null;
        foreach (var call in entry.Calls)
        {
            var arguments = ((JsonArray)call["args"]!).SelectMany(a => a is JsonArray inner ? inner.ToList() : [a]).ToList();
            equation = call["kwargs"]?["equation"]?.DeepClone() ?? arguments.FirstOrDefault(a => a is JsonValue)?.DeepClone();
            call["args"] = new JsonArray([.. arguments.Where(a => a is JsonObject).Select(a => a!.DeepClone())]);
            call["kwargs"] = new JsonObject();
        }

        FunctionForm.Become(entry, "Einsum", new JsonObject { ["name"] = SlashNames.Plain(entry.Name), ["subscripts"] = equation });
    }

    private static void Split(LayerEntry entry)
    {
        foreach (var call in entry.Calls)
        {
            // TensorFlow counts sizes, Keras positions.
            if (call["kwargs"]?["num_or_size_splits"] is JsonArray sizes)
            {
                var ends = new JsonArray();
                for (var (i, sum) = (0, 0); i < sizes.Count - 1; i++)
                {
                    ends.Add((JsonNode)(sum += sizes[i].Whole() ?? 0));
                }

                call["kwargs"]!["num_or_size_splits"] = ends;
            }
        }

        new FunctionForm("Split", ["value"], [("num_or_size_splits", "indices_or_sections"), ("axis", "axis")], [("axis", 0)]).Apply(entry);
    }

    private static void Change(LayerEntry entry, string key, Func<JsonNode?, JsonNode?> change)
    {
        foreach (var call in entry.Calls)
        {
            (call["kwargs"] as JsonObject)?.Change(key, change);
        }
    }

    private static void Mode(LayerEntry entry)
    {
        foreach (var call in entry.Calls)
        {
            if (call["kwargs"] is JsonObject named && named.Text("mode") is { } mode)
            {
                named["mode"] = mode.ToLowerInvariant();
                if (mode != "CONSTANT")
                {
                    named.Remove("constant_values");
                }
            }
        }
    }

    private static void Resize(LayerEntry entry)
    {
        foreach (var call in entry.Calls)
        {
            if (call["kwargs"] is JsonObject named)
            {
                named["method"] = named.Text("method") ?? (named["method"].Whole() switch { 1 => "nearest", 2 => "bicubic", 3 => "area", _ => "bilinear" });
            }
        }

        new FunctionForm("Resize", ["images"], [("size", "size"), ("method", "interpolation"), ("antialias", "antialias")], [("interpolation", "bilinear"), ("data_format", "channels_last")]).Apply(entry);
    }
}
