namespace KerasNet.Datasets;

/// <summary>A NumPy array in a pickle: bytes of its elements, or the elements themselves where they are objects.</summary>
internal sealed class PickledArray
{
    /// <summary>Sizes of the axes.</summary>
    public IReadOnlyList<long> Shape { get; set; } = [];

    /// <summary>The raw elements; null for objects.</summary>
    public byte[]? Bytes { get; set; }

    /// <summary>The elements that are objects; null for numbers.</summary>
    public List<object?>? Items { get; set; }
}
