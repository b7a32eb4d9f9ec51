namespace KerasNet;

/// <summary>Data for the validation after an epoch: <c>(x, y)</c>, <c>(x, y, sampleWeight)</c> or batches.</summary>
public sealed class ValidationData
{
    /// <summary>Arrays.</summary>
    public ValidationData(Data x, Data? y, Data? sampleWeight = null) => Source = new ArraySource(x, y, sampleWeight);

    /// <summary>Batches of a generator or a <see cref="PyDataset"/>.</summary>
    public ValidationData(BatchSource batches) => Source = batches;

    internal BatchSource Source { get; }

    /// <summary>Inputs and targets.</summary>
    public static implicit operator ValidationData((Data X, Data Y) data) => new(data.X, data.Y);

    /// <summary>Inputs, targets and sample weights.</summary>
    public static implicit operator ValidationData((Data X, Data Y, Data W) data) => new(data.X, data.Y, data.W);

    /// <summary>Batches.</summary>
    public static implicit operator ValidationData(BatchSource batches) => new(batches);
}
