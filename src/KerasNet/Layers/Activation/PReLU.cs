using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Rectified linear unit whose slope below zero is learned.</summary>
/// <remarks>Python: <c>keras.layers.PReLU</c>. The shape stays. Source: He et al. 2015, Delving deep into rectifiers.</remarks>
/// <param name="alphaInitializer">First slopes; null: zeros.</param>
/// <param name="alphaRegularizer">Penalty of the slopes.</param>
/// <param name="alphaConstraint">Projection of the slopes.</param>
/// <param name="sharedAxes">Axes along which slopes are shared, counted with the batch axis.</param>
public sealed class PReLU(Initializer? alphaInitializer = null, Regularizer? alphaRegularizer = null, Constraint? alphaConstraint = null, int[]? sharedAxes = null) : Layer
{
    /// <summary>First slopes.</summary>
    public Initializer AlphaInitializer { get; } = alphaInitializer ?? "zeros";

    /// <summary>Penalty of the slopes.</summary>
    public Regularizer? AlphaRegularizer { get; } = alphaRegularizer;

    /// <summary>Projection of the slopes.</summary>
    public Constraint? AlphaConstraint { get; } = alphaConstraint;

    /// <summary>Axes along which slopes are shared.</summary>
    public int[]? SharedAxes { get; } = sharedAxes;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <summary>The slopes.</summary>
    public KerasVariable Alpha { get => field ?? throw NotBuilt(); private set; }

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        KerasNet.Internal.Require.MinRank(Name, input, 1, "batch, …");
        var shape = Layers.SharedAxes.WeightShape(this, input, SharedAxes);
        Alpha = AddWeight("alpha", shape, AlphaInitializer, AlphaRegularizer, AlphaConstraint);
        InputSpecs = [new InputSpec { Rank = input.Rank }];
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.Relu(x) - ((Tensor)Alpha * Ops.Relu(-x));
}
