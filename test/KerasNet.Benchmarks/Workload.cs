using NumSharp;

namespace KerasNet.Benchmarks;

/// <summary>A model with its data, as Python's side of the benchmark has it.</summary>
internal sealed record Workload(Model Model, NDArray X, NDArray Y, int BatchSize, string Loss, string Optimizer);
