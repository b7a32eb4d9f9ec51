namespace KerasNet.Graphs;

/// <summary>A part of the path that the user enters and leaves.</summary>
internal sealed class NamedScope(string name) : IDisposable
{
    private readonly string? _before = Scopes.Exchange(Scopes.NodeName(name));

    public void Dispose() => Scopes.Exchange(_before);
}
