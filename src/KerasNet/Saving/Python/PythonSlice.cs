namespace KerasNet.Saving.Python;

/// <summary>Python's <c>start:stop:step</c>.</summary>
internal sealed record PythonSlice(object? Start, object? Stop, object? Step);
