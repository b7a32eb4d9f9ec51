using KerasNet.Saving;
using KerasNet.TensorFlow.SavedModels;

namespace KerasNet.Conformance.ModelFiles;

/// <summary>Finds the models of a folder.</summary>
internal static class ModelCases
{
    public static IReadOnlyList<ModelCase> Find(string folder)
    {
        var cases = new List<ModelCase>();
        foreach (var directory in Directory.GetDirectories(folder, "*", SearchOption.AllDirectories).Prepend(folder).Order(StringComparer.Ordinal))
        {
            if (File.Exists(Path.Combine(directory, "io.npz")))
            {
                cases.AddRange(OfDirectory(directory));
            }

            foreach (var file in Directory.GetFiles(directory, "*.npz").Order(StringComparer.Ordinal).Where(f => Path.GetFileName(f) is not ("io.npz" or "io_tf.npz" or "resume.npz")))
            {
                foreach (var model in (string[])[Path.ChangeExtension(file, ".h5"), Path.ChangeExtension(file, ".keras")])
                {
                    if (File.Exists(model))
                    {
                        cases.Add(new ModelCase(directory, Path.GetFileName(model), () => Keras.LoadModel(model, FixtureObjects.Of(directory)), file));
                    }
                }
            }
        }

        return cases;
    }

    private static IEnumerable<ModelCase> OfDirectory(string directory)
    {
        // What TensorFlow computes from a file of another backend, where that differs.
        var data = File.Exists(Path.Combine(directory, "io_tf.npz")) ? Path.Combine(directory, "io_tf.npz") : Path.Combine(directory, "io.npz");
        string At(string name) => Path.Combine(directory, name);
        var objects = FixtureObjects.Of(directory);
        foreach (var name in (string[])["model.h5", "model.keras", "model_v3.keras", "model_after_h5.keras", "model_dir"])
        {
            if (File.Exists(At(name)) || Directory.Exists(At(name)))
            {
                yield return new ModelCase(directory, name, () => Keras.LoadModel(At(name), objects), data);
            }
        }

        // What Keras 3 exports holds functions, not a model.
        if (Directory.Exists(At("saved_model")))
        {
            yield return new ModelCase(directory, "saved_model", () => Keras.LoadModel(At("saved_model"), objects), data,
                Open: SavedKerasModel.Is(At("saved_model")) ? null : () => TensorFlowFiles.Formats(At("saved_model")).Open(At("saved_model"), "serving_default"));
        }

        if (Directory.Exists(At("ckpt")) && File.Exists(At("model.json")))
        {
            yield return new ModelCase(directory, "model.json + ckpt", () =>
            {
                var model = Keras.ModelFromJson(File.ReadAllText(At("model.json")), objects);
                model.LoadWeights(At("ckpt"));
                return model;
            }, data);
        }

        var resume = At("resume.npz");
        foreach (var (name, kind) in (ReadOnlySpan<(string, string)>)[("model.h5", "h5"), ("model.keras", "keras")] is var kinds ? kinds.ToArray() : [])
        {
            if (File.Exists(At(name)) && File.Exists(resume))
            {
                yield return new ModelCase(directory, name + " resume", () => Keras.LoadModel(At(name), objects), resume, IsResume: true, kind);
            }
        }

        foreach (var one in TensorFlowResumes.Of(directory, objects))
        {
            yield return one;
        }

        var shards = Directory.GetFiles(directory, "model.weights.json", SearchOption.AllDirectories).FirstOrDefault();
        foreach (var (architecture, isYaml) in new[] { ("model.json", false), ("model.yaml", true) })
        {
            if (!File.Exists(At(architecture)))
            {
                continue;
            }

            foreach (var weights in new[] { At("weights.h5"), At("model.weights.h5"), shards }.OfType<string>().Where(File.Exists))
            {
                yield return new ModelCase(directory, $"{architecture} + {Path.GetFileName(weights)}", () =>
                {
                    var text = File.ReadAllText(At(architecture));
                    var model = isYaml ? Keras.ModelFromYaml(text, objects) : Keras.ModelFromJson(text, objects);
                    model.LoadWeights(weights);
                    return model;
                }, data);
            }
        }
    }
}
