using KerasNet.Graphs;
using KerasNet.Initializers;
using KerasNet.Internal;

namespace KerasNet.Optimizers;

/// <summary>Wraps an optimizer for float16: the loss is scaled up so that small gradients survive, and the scale adapts itself.</summary>
/// <remarks>Python: <c>keras.optimizers.LossScaleOptimizer</c>. A step whose gradients are not finite changes no weight and halves the scale.</remarks>
/// <param name="innerOptimizer">The optimizer that updates.</param>
/// <param name="initialScale">First factor of the loss.</param>
/// <param name="dynamicGrowthSteps">Finite steps in a row after which the scale doubles.</param>
/// <param name="name">Name; null: the next automatic one.</param>
public sealed class LossScaleOptimizer(Optimizer innerOptimizer, double initialScale = 32768.0, int dynamicGrowthSteps = 2000, string? name = null)
    : Optimizer(0.0, name: name)
{
    private KerasVariable? _steps;
    private KerasVariable? _scale;

    /// <summary>The optimizer that updates.</summary>
    public Optimizer InnerOptimizer { get; } = Unscaled(innerOptimizer);

    /// <summary>First factor of the loss.</summary>
    public double InitialScale { get; } = Require.Positive(initialScale);

    /// <summary>Finite steps in a row after which the scale doubles.</summary>
    public int DynamicGrowthSteps { get; } = Require.Positive(dynamicGrowthSteps);

    /// <summary>Factor of the loss now.</summary>
    public double DynamicScale => _scale?.ReadNow().ToDouble() ?? InitialScale;

    /// <inheritdoc/>
    public override LearningRate LearningRate { get => InnerOptimizer.LearningRate; set => InnerOptimizer.LearningRate = value; }

    /// <inheritdoc/>
    public override IReadOnlyList<KerasVariable> Variables => [.. base.Variables, .. InnerOptimizer.Variables];

    /// <inheritdoc/>
    public override void Build(IReadOnlyList<KerasVariable> variables)
    {
        base.Build(variables);
        InnerOptimizer.Build(variables);
    }

    /// <inheritdoc/>
    public override void Apply(IReadOnlyList<Tensor?> gradients, IReadOnlyList<KerasVariable> variables)
    {
        Build(variables);
        var (scale, steps) = (_scale!.Value, _steps!.Value);
        var finite = gradients.OfType<Tensor>().Select(g => Ops.All(Ops.IsFinite(g))).Aggregate(Ops.LogicalAnd);
        InnerOptimizer.ApplyIf(finite, [.. gradients.Zip(variables, (g, v) => g is null || v.OverwriteWithGradient ? g : g / Ops.Cast(scale, g.DType))], variables);
        var (zero, one) = (Tensor.Create([0L], TensorShape.Scalar), Tensor.Create([1L], TensorShape.Scalar));
        var grows = Ops.Equal(steps, Tensor.Create([DynamicGrowthSteps - 1L], TensorShape.Scalar));
        _steps.Assign(Ops.Where(finite, Ops.Where(grows, zero, steps + one), zero));
        _scale.Assign(Ops.Where(finite, Ops.Where(grows, scale * 2.0, scale), scale * 0.5));
    }

    /// <inheritdoc/>
    public override Tensor ScaleLoss(Tensor loss)
    {
        if (!Built)
        {
            return loss * InitialScale;
        }

        return loss * Ops.Cast(_scale!.Value, loss.DType);
    }

    /// <inheritdoc/>
    public override void FinalizeVariableValues(IReadOnlyList<KerasVariable> variables) => InnerOptimizer.FinalizeVariableValues(variables);

    /// <inheritdoc/>
    protected override void BuildSlots(IReadOnlyList<KerasVariable> variables)
    {
        _steps = AddVariable(TensorShape.Scalar, DataType.Int64, "step_counter");
        _scale = AddVariable(TensorShape.Scalar, DataType.Float32, "dynamic_scale", new Constant(InitialScale));
    }

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, KerasVariable variable, Tensor learningRate) =>
        throw new InvalidOperationException("LossScaleOptimizer updates through its inner optimizer. Call Apply.");

    private static Optimizer Unscaled(Optimizer inner)
    {
        inner.LossScaleFactor = null;
        return inner;
    }
}
