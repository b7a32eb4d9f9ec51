using System.Diagnostics.CodeAnalysis;

namespace KerasNet.Saving;

/// <summary>Knows files in TensorFlow's own formats, and finds who reads them.</summary>
internal static class TensorFlowFiles
{
    private const string ReaderType = "KerasNet.TensorFlow.SavedModels.TensorFlowFileReader, KerasNet.TensorFlow";
    private static readonly Lazy<ITensorFlowFiles?> _reader = new(Find);

    /// <summary>True for the path of a checkpoint without its end, and for a folder whose file <c>checkpoint</c> names the latest one.</summary>
    public static bool IsCheckpoint(string path) => File.Exists(path + ".index") || File.Exists(Path.Combine(path, "checkpoint")) || (path.EndsWith(".index", StringComparison.Ordinal) && File.Exists(path));

    /// <summary>True for the folder of a SavedModel.</summary>
    public static bool IsSavedModel(string folder) => File.Exists(Path.Combine(folder, "saved_model.pb"));

    /// <summary>Who reads them.</summary>
    /// <exception cref="NotSupportedException">The package is not there.</exception>
    public static ITensorFlowFiles Reader(string path) => _reader.Value
        ?? throw new NotSupportedException($"'{path}' is in a format of TensorFlow, which the package KerasNet.TensorFlow reads. Reference it.");

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor, "KerasNet.TensorFlow.SavedModels.TensorFlowFileReader", "KerasNet.TensorFlow")]
    [UnconditionalSuppressMessage("Trimming", "IL2035", Justification = "The assembly is there when the user references it.")]
    private static ITensorFlowFiles? Find() => Type.GetType(ReaderType, throwOnError: false) is { } type ? (ITensorFlowFiles)Activator.CreateInstance(type)! : null;
}
