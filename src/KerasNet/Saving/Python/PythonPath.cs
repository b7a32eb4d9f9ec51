namespace KerasNet.Saving.Python;

/// <summary>A module or function: only its last name counts.</summary>
internal sealed record PythonPath(string Last);
