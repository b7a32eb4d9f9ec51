using System.Runtime.CompilerServices;

namespace KerasNet;

/// <summary>Where batches come from: arrays, generators, a <see cref="PyDataset"/>. Converts from generators.</summary>
public abstract class BatchSource
{
    private protected BatchSource()
    {
    }

    /// <summary>Batches of an epoch; null: unknown.</summary>
    internal abstract int? Count(int? batchSize);

    /// <summary>The batches of one epoch, as index spans or ready batches.</summary>
    internal abstract IEnumerable<BatchRef> Epoch(int? batchSize, bool shuffle);

    /// <summary>The first batch, to know types and shapes; it is not lost.</summary>
    internal abstract Batch Peek(int? batchSize);

    /// <summary>Called after each epoch.</summary>
    internal virtual void EndEpoch()
    {
    }

    /// <summary>Batches of a generator, made as they are needed. An endless one needs stepsPerEpoch.</summary>
    public static BatchSource From(IEnumerable<Batch> batches) => new GeneratorSource(batches);

    /// <summary>Batches of a generator.</summary>
    public static BatchSource From(IEnumerable<(Data X, Data Y)> batches) => new GeneratorSource(batches.Select(b => (Batch)b));
}
