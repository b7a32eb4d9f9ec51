using KerasNet.Internal;

namespace KerasNet.Callbacks;

/// <summary>How often <see cref="TensorBoard"/> writes: <c>"epoch"</c>, <c>"batch"</c>, or after a number of batches.</summary>
public sealed class UpdateFreq
{
    private UpdateFreq(int? batches) => Batches = batches;

    /// <summary>Batches between two writes; null: only at the end of epochs.</summary>
    public int? Batches { get; }

    /// <summary>By name.</summary>
    public static implicit operator UpdateFreq(string name) => new(Require.OneOf(name, ["epoch", "batch"]) == "batch" ? 1 : null);

    /// <summary>After a number of batches.</summary>
    public static implicit operator UpdateFreq(int batches) => new(Require.Positive(batches));
}
