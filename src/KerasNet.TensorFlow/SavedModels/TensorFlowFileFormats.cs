using KerasNet.Export;
using KerasNet.Saving;
using KerasNet.TensorFlow.Checkpoints;

namespace KerasNet.TensorFlow.SavedModels;

/// <summary>Reads and writes checkpoints and SavedModels for Keras, which finds this class by its name.</summary>
internal sealed class TensorFlowFileFormats : ITensorFlowFiles
{
    public void LoadWeights(Model model, string path, bool skipMismatch)
    {
        var state = CheckpointWeights.Load(model, Checkpoint.Read(path), path, skipMismatch);
        if (model.Optimizer is not { } optimizer || !state.IsThere)
        {
            return;
        }

        optimizer.Build(model.TrainableWeights);
        if (state.Fill(optimizer, model) is { } problem)
        {
            Console.Error.WriteLine($"Model '{model.Name}': the state of the optimizer could not be restored, so it starts anew: {problem}");
        }
    }

    public void SaveWeights(Model model, string path) => CheckpointWeights.Save(model, path);

    public Model LoadModel(string folder, bool compile) => SavedKerasModel.Load(folder, compile);

    public void Export(string folder, ExportContent content) => SavedModelWriter.Write(folder, content);

    public ISavedFunction Open(string folder, string name) => SavedModel.Load(folder).Signature(name);
}
