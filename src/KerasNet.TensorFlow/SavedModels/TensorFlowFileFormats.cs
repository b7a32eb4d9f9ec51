using KerasNet.Saving;
using KerasNet.TensorFlow.Checkpoints;

namespace KerasNet.TensorFlow.SavedModels;

/// <summary>Reads and writes checkpoints and SavedModels for Keras, which finds this class by its name.</summary>
internal sealed class TensorFlowFileFormats : ITensorFlowFiles
{
    public void LoadWeights(Model model, string path, bool skipMismatch) => CheckpointWeights.Load(model, Checkpoint.Read(path), path, skipMismatch);

    public void SaveWeights(Model model, string path) => CheckpointWeights.Save(model, path);

    public Model LoadModel(string folder, bool compile) => SavedKerasModel.Load(folder, compile);

    public ISavedFunction Open(string folder, string name) => SavedModel.Load(folder).Signature(name);
}
