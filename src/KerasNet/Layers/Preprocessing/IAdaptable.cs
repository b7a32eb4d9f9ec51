namespace KerasNet.Layers;

/// <summary>A layer whose state comes from looking through data: vocabularies, means, bounds of bins.</summary>
internal interface IAdaptable
{
    /// <summary>True when it has its state, from data or from a file.</summary>
    bool IsAdapted { get; }

    /// <summary>Takes the state from batches.</summary>
    void Adapt(IEnumerable<Tensor> batches);
}
