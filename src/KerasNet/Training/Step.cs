using KerasNet.Backends;

namespace KerasNet.Training;

/// <summary>A compiled step: what it is fed, what it gives.</summary>
internal sealed record Step(IExecutable Executable, IReadOnlyList<FeedSpec> Feeds, StepOutputs? Outputs, IReadOnlyList<Tensor> Results, bool IsSingle, IReadOnlyList<string>? ResultNames)
    : IDisposable
{
    public long BytesPerSample => Feeds.Sum(f => f.RowShape.IsFullyDefined ? f.RowShape.Size * f.DType.Size() : 4096);

    /// <summary>Feeds of the batch forms, kept from call to call.</summary>
    public FeedBuffers? SpareBuffers { get; set; }

    public void Dispose() => Executable.Dispose();
}
