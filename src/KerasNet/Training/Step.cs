using KerasNet.Backends;
using KerasNet.Graphs;
using KerasNet.Metrics;

namespace KerasNet.Training;

/// <summary>A step: what it is fed, how it runs, what it gives.</summary>
internal sealed class Step(IReadOnlyList<FeedSpec> feeds) : IDisposable
{
    private Batch? _accepted;

    public IReadOnlyList<FeedSpec> Feeds { get; } = feeds;

    /// <summary>The compiled graph; null where the step runs op by op.</summary>
    public IExecutable? Executable { get; init; }

    /// <summary>What C# computes of a batch before the graph runs; null: nothing.</summary>
    public HostStage? Host { get; init; }

    /// <summary>A training or evaluation step that runs op by op.</summary>
    public Func<IReadOnlyList<Tensor>, StepLogs>? LogsNow { get; init; }

    /// <summary>A prediction that runs op by op.</summary>
    public Func<IReadOnlyList<Tensor>, Tensors>? OutputsNow { get; init; }

    /// <summary>Where each value stands in the vector that the graph gives.</summary>
    public IReadOnlyList<LogSlot> Slots { get; init; } = [];

    /// <summary>Metrics that start anew with each epoch.</summary>
    public Func<IReadOnlyList<Metric>> Metrics { get; init; } = static () => [];

    /// <summary>What a prediction gives.</summary>
    public IReadOnlyList<Tensor> Results { get; init; } = [];

    /// <summary>Names of what a prediction gives, where it is a dictionary.</summary>
    public IReadOnlyList<string>? ResultNames { get; init; }

    public long BytesPerSample => Feeds.Sum(f => f.RowShape.IsFullyDefined ? f.RowShape.Size * f.DType.Size() : 4096);

    /// <summary>Feeds of the batch forms, kept from call to call.</summary>
    public FeedBuffers? SpareBuffers { get; set; }

    /// <summary>True when the step was traced for arrays of this kind.</summary>
    public bool Accepts(Batch batch)
    {
        if (ReferenceEquals(batch, _accepted))
        {
            return true;
        }

        for (var i = 0; i < Feeds.Count; i++)
        {
            if (!Feeds[i].Accepts(batch))
            {
                return false;
            }
        }

        _accepted = batch;
        return true;
    }

    public void Dispose() => Executable?.Dispose();
}
