using KerasNet.Optimizers;

namespace KerasNet.Training;

/// <summary>What Compile set.</summary>
internal sealed record CompileOptions(
    OptimizerSpec OptimizerSpec, LossSpec? Loss, MetricSpec? Metrics, MetricSpec? WeightedMetrics, LossWeights? LossWeights)
{
    public Optimizer Optimizer { get; private init; } = OptimizerSpec.Optimizer;

    public bool RunEagerly { get; init; }

    public int StepsPerExecution { get; init; } = 1;

    public bool AutoScaleLoss { get; init; }

    /// <summary>The same for another model: an optimizer and metrics of the same configs, with a state of their own.</summary>
    public CompileOptions Copied() => this with { Optimizer = Saving.ObjectSerializer.Copy(Optimizer), Metrics = Metrics?.Copied(), WeightedMetrics = WeightedMetrics?.Copied() };

    /// <summary>With float16 computation the loss is scaled, so that small gradients survive.</summary>
    public CompileOptions ScaledFor(Layers.DTypePolicy policy) => AutoScaleLoss && policy.Name == "mixed_float16" && Optimizer is not LossScaleOptimizer
        ? this with { Optimizer = new LossScaleOptimizer(Optimizer, name: "loss_scale_optimizer") }
        : this;
}
