namespace KerasNet.Layers;

/// <summary>What lookup layers of text and of numbers have in common.</summary>
internal sealed record LookupOptions
{
    public int? MaxTokens { get; init; }

    public int NumOovIndices { get; init; }

    public IReadOnlyList<double>? IdfWeights { get; init; }

    public bool Invert { get; init; }

    public required string OutputMode { get; init; }

    public bool PadToMaxTokens { get; init; }

    public bool Sparse { get; init; }

    public required string OovMethod { get; init; }

    public HashSalt? Salt { get; init; }

    public int? VocabularySize { get; init; }
}
