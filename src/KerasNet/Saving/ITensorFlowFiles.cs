namespace KerasNet.Saving;

/// <summary>Files in TensorFlow's own formats; KerasNet.TensorFlow reads and writes them.</summary>
internal interface ITensorFlowFiles
{
    /// <summary>Fills a model's weights from a checkpoint.</summary>
    void LoadWeights(Model model, string path, bool skipMismatch);

    /// <summary>Writes a checkpoint of a model's weights and of its optimizer's state.</summary>
    void SaveWeights(Model model, string path);

    /// <summary>Makes the Keras model that a SavedModel was saved from.</summary>
    Model LoadModel(string folder, bool compile);

    /// <summary>Writes a SavedModel.</summary>
    void Export(string folder, Export.ExportContent content);

    /// <summary>One of a SavedModel's functions.</summary>
    ISavedFunction Open(string folder, string name);
}
