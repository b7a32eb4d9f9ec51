namespace KerasNet.Layers;

/// <summary>What a layer is called with beside its inputs.</summary>
internal sealed record CallArguments
{
    public static readonly CallArguments None = new();

    /// <summary>Masks, one for each input; null: those that travel with the inputs.</summary>
    public IReadOnlyList<Tensor?>? Masks { get; init; }

    /// <summary>Null: as the caller of the caller.</summary>
    public bool? Training { get; init; }

    /// <summary>Named arguments of a layer's own: tensors (<see cref="Tensors"/>) and plain values.</summary>
    public IReadOnlyDictionary<string, object?> Named { get; init; } = new Dictionary<string, object?>();

    /// <summary>All tensors among the arguments.</summary>
    public IEnumerable<Tensor> AllTensors() => (Masks ?? []).OfType<Tensor>().Concat(Named.Values.OfType<Tensors>().SelectMany(t => t));

    public CallArguments Select(Func<Tensor, Tensor> map) => this with
    {
        Masks = Masks?.Select(m => m is null ? null : map(m)).ToList(),
        Named = Named.ToDictionary(p => p.Key, p => p.Value is Tensors t ? t.Select(map) : p.Value),
    };
}
