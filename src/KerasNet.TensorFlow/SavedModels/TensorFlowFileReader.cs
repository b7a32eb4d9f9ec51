using KerasNet.Saving;
using KerasNet.TensorFlow.Checkpoints;

namespace KerasNet.TensorFlow.SavedModels;

/// <summary>Reads checkpoints and SavedModels for Keras, which finds this class by its name.</summary>
internal sealed class TensorFlowFileReader : ITensorFlowFiles
{
    public void LoadWeights(Model model, string path, bool skipMismatch) => CheckpointWeights.Load(model, Checkpoint.Read(path), path, skipMismatch);

    public Model LoadModel(string folder, bool compile) => SavedKerasModel.Load(folder, compile);

    public ISavedFunction Open(string folder, string name) => SavedModel.Load(folder).Signature(name);
}
