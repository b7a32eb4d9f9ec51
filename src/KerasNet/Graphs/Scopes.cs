namespace KerasNet.Graphs;

/// <summary>The path of the layer that is being called; names of nodes begin with it.</summary>
internal static class Scopes
{
    [ThreadStatic]
    private static string? _path;

    public static string Path => _path ?? string.Empty;

    public static string NodeName(string op) => Path.Length == 0 ? op : Path + "/" + op;

    /// <summary>Enters a layer until the result is disposed.</summary>
    public static Scope Enter(string name)
    {
        var before = _path;
        _path = NodeName(name);
        return new Scope(before);
    }

    /// <summary>Enters a layer by its whole path until the result is disposed.</summary>
    public static Scope EnterPath(string path)
    {
        var before = _path;
        _path = path;
        return new Scope(before);
    }

    /// <summary>Leaves all layers until the result is disposed: for a trace inside a trace.</summary>
    public static Scope Reset()
    {
        var before = _path;
        _path = null;
        return new Scope(before);
    }

    /// <summary>Sets the path itself and gives the one of before.</summary>
    public static string? Exchange(string? path)
    {
        var before = _path;
        _path = path;
        return before;
    }

    public readonly ref struct Scope(string? before)
    {
        public void Dispose() => _path = before;
    }
}
