using System.Diagnostics.CodeAnalysis;

namespace KerasNet.Saving;

/// <summary>Knows files in TensorFlow's own formats, and finds who reads and writes them.</summary>
internal static class TensorFlowFiles
{
    private const string FormatsType = "KerasNet.TensorFlow.SavedModels.TensorFlowFileFormats, KerasNet.TensorFlow";
    private static readonly Lazy<ITensorFlowFiles?> _formats = new(Find);

    /// <summary>True for the path of a checkpoint without its end, and for a folder whose file <c>checkpoint</c> names the latest one.</summary>
    public static bool IsCheckpoint(string path) => File.Exists(path + ".index") || File.Exists(Path.Combine(path, "checkpoint")) || (path.EndsWith(".index", StringComparison.Ordinal) && File.Exists(path));

    /// <summary>True for the folder of a SavedModel.</summary>
    public static bool IsSavedModel(string folder) => File.Exists(Path.Combine(folder, "saved_model.pb"));

    /// <summary>Who reads and writes them.</summary>
    /// <exception cref="NotSupportedException">The package is not there.</exception>
    public static ITensorFlowFiles Formats(string path) => _formats.Value
        ?? throw new NotSupportedException($"'{path}' is in a format of TensorFlow, which the package KerasNet.TensorFlow reads and writes. Reference it.");

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor, "KerasNet.TensorFlow.SavedModels.TensorFlowFileFormats", "KerasNet.TensorFlow")]
    [UnconditionalSuppressMessage("Trimming", "IL2035", Justification = "The assembly is there when the user references it.")]
    private static ITensorFlowFiles? Find() => Type.GetType(FormatsType, throwOnError: false) is { } type ? (ITensorFlowFiles)Activator.CreateInstance(type)! : null;
}
