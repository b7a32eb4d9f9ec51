using KerasNet.Conformance.ModelFiles;
using KerasNet.Saving;

namespace KerasNet.Conformance.Commands;

/// <summary><c>write FOLDER OUT</c>: opens every model file of a folder and writes it in each format that this library writes, with inputs and outputs beside it. scripts/check_written_models.py opens them in Python.</summary>
internal static class WriteCommand
{
    /// <returns>0 when something was written.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        if (args is not [var folder, var target] || !Directory.Exists(folder))
        {
            errors.WriteLine("Usage: write FOLDER OUT");
            return 2;
        }

        var written = 0;
        foreach (var one in ModelCases.Find(folder).Where(c => !c.IsResume && !c.Name.Contains('+', StringComparison.Ordinal)))
        {
            using var scope = Keras.Scope("managed");
            try
            {
                var model = one.Load();
                var arrays = TensorArchive.Read(one.Data);
                var io = File.Exists(Path.Combine(one.Folder, "io.npz")) ? TensorArchive.Read(Path.Combine(one.Folder, "io.npz")) : arrays;
                Tensor[] x = [.. Enumerable.Range(0, model.Inputs.Count).Select(i => io[$"x{i}"])];
                var y = model.Predict(x, batchSize: model.Inputs[0].Shape[0] > 0 ? model.Inputs[0].Shape[0] : null, verbose: 0);
                var place = Path.Combine(target, Path.GetRelativePath(folder, one.Folder), one.Name);
                Directory.CreateDirectory(place);
                model.Save(Path.Combine(place, "ours.keras"));
                model.Save(Path.Combine(place, "ours.h5"));
                model.SaveWeights(Path.Combine(place, "ours.weights.h5"));
                File.WriteAllText(Path.Combine(place, "ours.json"), model.ToJson());
                var summary = new List<string>();
                model.Summary(lineLength: 120, printFn: summary.Add);
                File.WriteAllLines(Path.Combine(place, "summary.txt"), summary);
                model.SaveWeights(Path.Combine(place, "ckpt", "w"), saveFormat: "tf");
                model.ResetStates();    // kept states are variables, and are exported as they are
                model.Export(Path.Combine(place, "saved_model"), verbose: false);

                Tensor[] targets = [.. Enumerable.Range(0, model.Outputs.Count).Select(i => io.GetValueOrDefault($"t{i}")).OfType<Tensor>()];
                var losses = model.Optimizer is null || targets.Length != model.Outputs.Count ? [] : Train(model, x, targets);
                Npz.Save(Path.Combine(place, "io.npz"), [
                    .. x.Select((t, i) => KeyValuePair.Create($"x{i}", t)), .. y.Tensors.Select((t, i) => KeyValuePair.Create($"y{i}", t)), .. targets.Select((t, i) => KeyValuePair.Create($"t{i}", t)),
                    KeyValuePair.Create("losses", Tensor.Create<double>(losses, losses.Length))]);
                written++;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                output.WriteLine($"{Path.GetRelativePath(folder, one.Folder)} {one.Name}: {e.Message}");
            }
        }

        output.WriteLine($"{written} written");
        return written > 0 ? 0 : 1;
    }

    /// <summary>Losses of three steps more, for Python to go on from the file.</summary>
    private static double[] Train(Model model, Tensor[] x, Tensor[] targets)
    {
        var losses = new double[3];
        for (var i = 0; i < losses.Length; i++)
        {
            model.ResetMetrics();
            losses[i] = model.TrainOnBatch(x, targets)["loss"];
        }

        return losses;
    }
}
