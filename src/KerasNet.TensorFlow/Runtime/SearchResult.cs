namespace KerasNet.TensorFlow.Runtime;

/// <summary>How one place of a search turned out.</summary>
internal enum SearchResult
{
    /// <summary>Nothing is there.</summary>
    Missing,

    /// <summary>Something is there that cannot be used.</summary>
    Broken,

    /// <summary>The library that is used.</summary>
    Found,
}
