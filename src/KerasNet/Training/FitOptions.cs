using KerasNet.Callbacks;

namespace KerasNet.Training;

/// <summary>The arguments of a Fit beside its data.</summary>
internal sealed record FitOptions
{
    public int? BatchSize { get; init; }

    public int Epochs { get; init; } = 1;

    public int Verbose { get; init; } = 1;

    public IReadOnlyList<Callback> Callbacks { get; init; } = [];

    public ValidationData? ValidationData { get; init; }

    public bool Shuffle { get; init; } = true;

    public IReadOnlyDictionary<int, double>? ClassWeight { get; init; }

    public int InitialEpoch { get; init; }

    public int? StepsPerEpoch { get; init; }

    public int? ValidationSteps { get; init; }

    public int? ValidationBatchSize { get; init; }

    public ValidationFreq ValidationFreq { get; init; } = 1;

    public IProgress<EpochProgress>? Progress { get; init; }

    public CancellationToken CancellationToken { get; init; }
}
