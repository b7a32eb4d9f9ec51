using KerasNet.Hdf5;
using KerasNet.Saving.Legacy;

namespace KerasNet.Saving;

/// <summary>Whole models in <c>.h5</c> files, from Keras 1.0 on.</summary>
internal static class H5ModelFile
{
    public static Model Load(string path, bool compile)
    {
        using var file = Hdf5File.Open(path);
        var root = file.Root;
        var text = root.Attributes.Text("model_config") ?? throw new InvalidDataException($"'{path}' holds weights but no model. Build the model, or read it from its JSON, and call model.LoadWeights(\"{Path.GetFileName(path)}\").");
        var config = ConfigText.Parse(text, $"The model_config of '{path}'");
        var weights = root.Find("model_weights") as Hdf5Group ?? root;
        var origin = KerasOrigin.Guess(config, VersionOf(root) ?? VersionOf(weights), root.Attributes.Text("backend") ?? weights.Attributes.Text("backend"));
        var model = ModelReader.Create(config, origin, c => WeightHints.Apply(c, weights, origin));
        LegacyWeightFile.Load(weights, model, origin, byName: false, skipMismatch: false, path);
        if (compile && root.Attributes.Text("training_config") is { } training)
        {
            var state = root.Find("optimizer_weights") as Hdf5Group;
            TrainingState.Apply(model, ConfigText.Parse(training, $"The training_config of '{path}'"), origin, optimizer => LegacyOptimizerState.Load(optimizer, model, weights, state, origin));
        }

        return model;
    }

    private static string? VersionOf(Hdf5Group group) => group.Attributes.Text("keras_version");
}
