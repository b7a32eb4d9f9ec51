using KerasNet.Saving;

namespace KerasNet.Conformance.ModelFiles;

/// <summary>One file kind of one model.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Name">File, or files, and what is done: <c>model.h5</c>, <c>model.json + weights.h5</c>, <c>model.keras resume</c>.</param>
/// <param name="Load">Opens the model.</param>
/// <param name="Data">The arrays to compare with.</param>
/// <param name="IsResume">Whether training goes on first.</param>
/// <param name="Kind">The name of the kind in resume.npz: <c>h5</c>, <c>keras</c>.</param>
/// <param name="Open">Opens the function instead, where the file holds no model.</param>
internal sealed record ModelCase(string Folder, string Name, Func<Model> Load, string Data, bool IsResume = false, string Kind = "", Func<ISavedFunction>? Open = null);
