using System.Text.Json.Nodes;
using KerasNet.Hdf5;
using KerasNet.Saving;
using KerasNet.Saving.Legacy;
using KerasNet.TensorFlow.SavedModels;

namespace KerasNet.Conformance.ModelFiles;

/// <summary>Training that goes on from TensorFlow's own formats: SavedModels of Keras 2, and checkpoints loaded into a model that is compiled as the saved one was.</summary>
internal static class TensorFlowResumes
{
    public static IEnumerable<ModelCase> Of(string directory, CustomObjects objects)
    {
        string At(string name) => Path.Combine(directory, name);
        if (!File.Exists(At("resume.npz")))
        {
            yield break;
        }

        if (Directory.Exists(At("saved_model")) && SavedKerasModel.Is(At("saved_model")))
        {
            yield return new ModelCase(directory, "saved_model resume", () => Keras.LoadModel(At("saved_model"), objects), At("resume.npz"), IsResume: true, "cont");
        }

        if (Directory.Exists(At("ckpt")) && File.Exists(At("model.json")) && (File.Exists(At("training.json")) || File.Exists(At("model.h5"))))
        {
            yield return new ModelCase(directory, "model.json + ckpt resume", () =>
            {
                var model = Keras.ModelFromJson(File.ReadAllText(At("model.json")), objects);
                var (training, version) = Training(directory);
                TrainingState.Apply(model, (JsonObject)JsonNode.Parse(training)!, new KerasOrigin(version, "tensorflow"), loadSlots: null);
                model.LoadWeights(At("ckpt"));
                return model;
            }, At("resume.npz"), IsResume: true, "cont");
        }
    }

    /// <summary>How the model was compiled: in a file of its own, or as the <c>.h5</c> beside it says.</summary>
    private static (string Training, string Version) Training(string directory)
    {
        if (Path.Combine(directory, "training.json") is var own && File.Exists(own))
        {
            return (File.ReadAllText(own), "2.16.0-tf");
        }

        using var file = Hdf5File.Open(Path.Combine(directory, "model.h5"));
        return (file.Root.Attributes.Text("training_config")!, file.Root.Attributes.Text("keras_version")!);
    }
}
