namespace KerasNet;

/// <summary>One batch of a generator: inputs, and for training targets and sample weights.</summary>
/// <param name="X">Inputs.</param>
/// <param name="Y">Targets.</param>
/// <param name="SampleWeight">Weight of each sample.</param>
public sealed record Batch(Data X, Data? Y = null, Data? SampleWeight = null)
{
    /// <summary>Inputs and targets.</summary>
    public static implicit operator Batch((Data X, Data Y) batch) => new(batch.X, batch.Y);

    /// <summary>Inputs, targets and sample weights.</summary>
    public static implicit operator Batch((Data X, Data Y, Data W) batch) => new(batch.X, batch.Y, batch.W);
}
