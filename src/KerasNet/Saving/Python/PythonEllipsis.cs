namespace KerasNet.Saving.Python;

/// <summary>Python's <c>...</c>.</summary>
internal sealed class PythonEllipsis
{
    public static readonly PythonEllipsis Instance = new();
}
