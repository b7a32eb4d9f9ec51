namespace KerasNet;

/// <summary>Batches by index, made when they are needed: files, augmentation, whatever does not fit in memory. Read ahead on another thread.</summary>
/// <remarks>Python: <c>keras.utils.PyDataset</c> (once <c>Sequence</c>).</remarks>
public abstract class PyDataset : BatchSource
{
    /// <summary>Number of batches in an epoch.</summary>
    public abstract int Length { get; }

    /// <summary>A batch.</summary>
    /// <param name="index">From 0 to <see cref="Length"/> - 1.</param>
    public abstract Batch GetItem(int index);

    /// <summary>Called after each epoch.</summary>
    public virtual void OnEpochEnd()
    {
    }

    internal override int? Count(int? batchSize) => Length;

    internal override Batch Peek(int? batchSize) => GetItem(0);

    internal override void EndEpoch() => OnEpochEnd();

    internal override IEnumerable<BatchRef> Epoch(int? batchSize, bool shuffle)
    {
        var order = Enumerable.Range(0, Length).ToArray();
        if (shuffle)
        {
            Keras.State.Shuffle(order);
        }

        foreach (var index in order)
        {
            yield return new BatchRef(GetItem(index), default);
        }
    }
}
