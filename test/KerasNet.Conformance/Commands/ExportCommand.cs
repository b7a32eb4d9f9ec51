using System.Text.Json;
using KerasNet.Conformance.ModelFiles;
using KerasNet.Saving;

namespace KerasNet.Conformance.Commands;

/// <summary><c>export OUT</c>: writes models of many kinds as SavedModels and checkpoints, with inputs and outputs beside them, on the managed backend. scripts/make_export_goldens.py has TensorFlow load and run them.</summary>
internal static class ExportCommand
{
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        if (args is not [var target])
        {
            errors.WriteLine("Usage: export OUT");
            return 2;
        }

        foreach (var name in ExportedModels.Names)
        {
            using var scope = Keras.Scope("managed");
            var (model, x) = ExportedModels.Make(name);
            var place = Path.Combine(target, name);
            model.Export(Path.Combine(place, "saved_model"), verbose: false);
            model.SaveWeights(Path.Combine(place, "ckpt", "w"), saveFormat: "tf");
            var y = model.Predict(x, verbose: 0);
            var sorted = y.Names is { } names ? y.Tensors.Zip(names).OrderBy(p => p.Second, StringComparer.Ordinal).Select(p => p.First) : y.Tensors;
            foreach (var (i, text) in x.Index().Where(t => t.Item.Text is not null))
            {
                // NumPy's files have no text.
                File.WriteAllText(Path.Combine(place, $"x{i}.json"), JsonSerializer.Serialize(new { shape = text.Shape.Dims.ToArray(), text = text.Text }));
            }

            Npz.Save(Path.Combine(place, "io.npz"), [.. x.Select((t, i) => KeyValuePair.Create($"x{i}", t)).Where(t => t.Value.Text is null), .. sorted.Select((t, i) => KeyValuePair.Create($"y{i}", t))]);
        }

        output.WriteLine($"{ExportedModels.Names.Count} written");
        return 0;
    }
}
