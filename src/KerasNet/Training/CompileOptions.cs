using KerasNet.Optimizers;

namespace KerasNet.Training;

/// <summary>What Compile set.</summary>
internal sealed record CompileOptions(
    OptimizerSpec OptimizerSpec, LossSpec? Loss, MetricSpec? Metrics, MetricSpec? WeightedMetrics, IReadOnlyList<double>? LossWeights)
{
    public Optimizer Optimizer => OptimizerSpec.Optimizer;
}
