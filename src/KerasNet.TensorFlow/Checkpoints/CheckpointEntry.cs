namespace KerasNet.TensorFlow.Checkpoints;

/// <summary>What a checkpoint says of one of its tensors.</summary>
/// <param name="DType">Type of the elements.</param>
/// <param name="Shape">The shape.</param>
public sealed record CheckpointEntry(DataType DType, TensorShape Shape)
{
    internal string File { get; init; } = "";

    internal long Offset { get; init; }

    internal long Size { get; init; }

    internal uint Checksum { get; init; }

    internal bool IsSliced { get; init; }
}
