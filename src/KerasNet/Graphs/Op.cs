namespace KerasNet.Graphs;

/// <summary>The one instance of each op definition, made when first used.</summary>
internal static class Op<T>
    where T : OpDefinition, new()
{
    public static readonly T Instance = new();
}
