using System.Text.Json.Nodes;
using KerasNet.Conformance.Records;
using KerasNet.Saving;

namespace KerasNet.Conformance.ModelFiles;

/// <summary>Opens a model, predicts or goes on training, and compares.</summary>
internal static class ModelRun
{
    /// <summary>How far outputs may differ, absolute and relative.</summary>
    private const double Tolerance = 2e-4;

    public static ModelResult Run(ModelCase one, string? backend)
    {
        try
        {
            using var scope = Keras.Scope(backend);
            var data = Read(one.Data);
            var io = Read(Path.Combine(one.Folder, "io.npz"), data);
            if (one.Open is { } open)
            {
                return Compare(open(), one, io, data);
            }

            var model = one.Load();
            return one.IsResume ? Resume(one, model, data, io) : Compare(model, io, data, "y");
        }
        catch (SkipException e)
        {
            return new ModelResult(OutcomeKind.Skipped, 0, e.Message);
        }
        catch (Exception e)
        {
            return new ModelResult(OutcomeKind.Failed, 0, Environment.GetEnvironmentVariable("MODELS_TRACE") is null ? $"{e.GetType().Name}: {e.Message}" : e.ToString());
        }
    }

    private static ModelResult Resume(ModelCase one, Model model, IReadOnlyDictionary<string, Tensor> data, IReadOnlyDictionary<string, Tensor> io)
    {
        var expected = $"losses_{one.Kind}";
        if (!data.TryGetValue(expected, out var kerass))
        {
            throw new SkipException($"Keras itself could not go on from this file ({expected} is missing).");
        }

        var continued = Numbers(data["losses_cont"]);
        var steps = continued.Length / Columns(data["losses_cont"]);
        var losses = new double[steps];
        for (var i = 0; i < steps; i++)
        {
            model.ResetMetrics();
            losses[i] = model.TrainOnBatch(Inputs(data, "x"), Inputs(data, "t"))["loss"];
        }

        // As the run that was never interrupted, or as Keras itself went on from the file: before tf.keras the two race for the counter.
        ModelResult Against(double[] numbers, string suffix)
        {
            var wanted = Enumerable.Range(0, steps).Select(i => numbers[i * Columns(data["losses_cont"])]).ToArray();
            var difference = Differ(losses, wanted);
            var result = Compare(model, io, data, "y", suffix);
            return difference <= Tolerance * 5 ? result with { Difference = Math.Max(result.Difference, difference) }
                : new ModelResult(OutcomeKind.Failed, difference, $"losses {string.Join(", ", losses.Select(l => l.ToString("g6")))}, expected {string.Join(", ", wanted.Select(l => l.ToString("g6")))}");
        }

        var first = Against(continued, "_cont");
        if (first is { Kind: OutcomeKind.Failed, Why: "outputs differ" } && All(model).Any(l => l is Layers.BatchNormalization) && KerasOwnReload.IsBefore23(one))
        {
            return new ModelResult(OutcomeKind.Skipped, 0, "the losses agree; moving averages start anew in these versions of Keras, which do not save how far they were");
        }

        if (first.Kind == OutcomeKind.Failed && All(model).FirstOrDefault(IsRandom) is { } random)
        {
            return new ModelResult(OutcomeKind.Skipped, 0, $"layer '{random.Name}' is random in training: {first.Why}");
        }

        return first.Kind == OutcomeKind.Passed ? first : Against(Numbers(kerass), "_" + one.Kind) is { Kind: OutcomeKind.Passed } second ? second
            : Differ(Numbers(kerass), continued) > 1e-3 ? new ModelResult(OutcomeKind.Skipped, 0, $"Keras itself does not go on as before: its losses differ by {Differ(Numbers(kerass), continued):g2}.") : first;
    }

    private static IEnumerable<Layers.Layer> All(Layers.Layer layer) => layer.SubLayers.SelectMany(All).Prepend(layer);

    /// <summary>True for a layer that draws random numbers in training: another library's seeds give others.</summary>
    private static bool IsRandom(Layers.Layer layer) => layer is Layers.GaussianNoise
        || ((string[])["Rate", "Dropout", "RecurrentDropout"]).Any(name => layer.GetType().GetProperty(name)?.GetValue(layer) is double and > 0);

    private static ModelResult Compare(Model model, IReadOnlyDictionary<string, Tensor> inputs, IReadOnlyDictionary<string, Tensor> outputs, string prefix, string suffix = "")
    {
        var predicted = model.Predict(Inputs(inputs, "x"), verbose: 0, batchSize: model.Inputs[0].Shape[0] > 0 ? model.Inputs[0].Shape[0] : null);
        var tolerance = model.Layers.Any(l => l.DType.ComputeDType is DataType.Float16 or DataType.BFloat16) ? 4e-3 : suffix.Length > 0 ? 5 * Tolerance : Tolerance;
        return Compare(predicted.Tensors, outputs, prefix, suffix, tolerance);
    }

    /// <summary>Runs a function. Its inputs have names: meta.json says in which order the arrays lie, else they lie in the order of the names.</summary>
    private static ModelResult Compare(ISavedFunction function, ModelCase one, IReadOnlyDictionary<string, Tensor> inputs, IReadOnlyDictionary<string, Tensor> outputs)
    {
        var meta = Path.Combine(one.Folder, "meta.json");
        var names = File.Exists(meta) && JsonNode.Parse(File.ReadAllText(meta).Replace("NaN", "null", StringComparison.Ordinal))?["input_names"] is JsonArray list ? list.Select(n => $"{n}").ToList() : [];
        var x = function.Inputs.Select((input, i) => Ops.Cast(inputs[$"x{(names.IndexOf(input.Name) is >= 0 and var at ? at : i)}"], input.Spec.DType)).ToArray();

        // In the order of their numbers: output_10 stands behind output_9.
        var results = function.Run(x).Zip(function.Outputs, (tensor, output) => (tensor, output.Name)).OrderBy(r => r.Name.Length).ThenBy(r => r.Name, StringComparer.Ordinal).Select(r => r.tensor);
        return Compare([.. results], outputs, "y", string.Empty, Tolerance);
    }

    private static ModelResult Compare(IReadOnlyList<Tensor> predicted, IReadOnlyDictionary<string, Tensor> outputs, string prefix, string suffix, double tolerance)
    {
        var worst = 0.0;
        for (var i = 0; i < predicted.Count; i++)
        {
            if (!outputs.TryGetValue($"{prefix}{i}{suffix}", out var expected))
            {
                continue;
            }

            var (got, wanted) = (Numbers(predicted[i]), Numbers(expected));
            if (got.Length != wanted.Length)
            {
                return new ModelResult(OutcomeKind.Failed, 0, $"output {i} has shape {predicted[i].Shape}, expected {expected.Shape}");
            }

            worst = Math.Max(worst, Differ(got, wanted));
        }

        return worst <= tolerance ? new ModelResult(OutcomeKind.Passed, worst, string.Empty) : new ModelResult(OutcomeKind.Failed, worst, "outputs differ");
    }

    private static IReadOnlyDictionary<string, Tensor> Read(string path, IReadOnlyDictionary<string, Tensor>? fallback = null)
    {
        if (!File.Exists(path))
        {
            return fallback!;
        }

        return TensorArchive.Read(path);
    }

    private static Data Inputs(IReadOnlyDictionary<string, Tensor> arrays, string prefix)
    {
        var list = new List<Tensor>();
        for (var i = 0; arrays.TryGetValue($"{prefix}{i}", out var array); i++)
        {
            list.Add(array);
        }

        return list.Count == 1 ? (Data)list[0] : list.ToArray();
    }

    private static int Columns(Tensor losses) => losses.Rank > 1 ? losses.Shape[1] : 1;

    private static double[] Numbers(Tensor t) => Ops.Cast(t, DataType.Float64).ToArray<double>();

    private static double Differ(double[] a, double[] b)
    {
        var worst = 0.0;
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            if (double.IsNaN(a[i]) != double.IsNaN(b[i]))
            {
                return double.PositiveInfinity;
            }

            if (!double.IsNaN(a[i]) && a[i] != b[i])
            {
                worst = Math.Max(worst, Math.Abs(a[i] - b[i]) / Math.Max(1, Math.Abs(b[i])));
            }
        }

        return worst;
    }
}
