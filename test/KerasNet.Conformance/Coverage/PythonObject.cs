namespace KerasNet.Conformance.Coverage;

/// <summary>A class or function of Keras's public API.</summary>
/// <param name="Path">Its first name: <c>keras.layers.Dense</c>.</param>
/// <param name="IsClass">False for a function.</param>
/// <param name="Parameters">Names and defaults; null where there is no default.</param>
/// <param name="Aliases">Its other names.</param>
internal sealed record PythonObject(string Path, bool IsClass, IReadOnlyList<(string Name, string? Default)> Parameters, IReadOnlyList<string> Aliases)
{
    /// <summary><c>keras.layers</c>.</summary>
    public string Module => Path[..Path.LastIndexOf('.')];

    /// <summary><c>Dense</c>.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>The name in C#'s manner: <c>load_data</c> is <c>LoadData</c>.</summary>
    public string Pascal => string.Concat(Name.Split('_').Select(p => p.Length == 0 ? p : char.ToUpperInvariant(p[0]) + p[1..]));
}
