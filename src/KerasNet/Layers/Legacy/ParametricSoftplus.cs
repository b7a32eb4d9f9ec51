using KerasNet.Initializers;

namespace KerasNet.Layers;

/// <summary>Softplus with learned scales: <c>alpha · log(1 + exp(beta · x))</c>.</summary>
/// <remarks>Python: <c>keras.layers.ParametricSoftplus</c> of Keras 1. The shape stays.</remarks>
/// <param name="alphaInit">First outer scale.</param>
/// <param name="betaInit">First inner scale.</param>
/// <param name="sharedAxes">Axes along which they are shared, counted with the batch axis.</param>
public sealed class ParametricSoftplus(double alphaInit = 0.2, double betaInit = 5.0, int[]? sharedAxes = null) : Layer
{
    private KerasVariable? _alpha;
    private KerasVariable? _beta;

    /// <summary>First outer scale.</summary>
    public double AlphaInit { get; } = alphaInit;

    /// <summary>First inner scale.</summary>
    public double BetaInit { get; } = betaInit;

    /// <summary>Axes along which they are shared.</summary>
    public int[]? SharedAxes { get; } = sharedAxes;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        var shape = Layers.SharedAxes.WeightShape(this, input, SharedAxes);
        _alpha = AddWeight("alpha", shape, new Constant(AlphaInit));
        _beta = AddWeight("beta", shape, new Constant(BetaInit));
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.Softplus((Tensor)_beta! * x) * _alpha!;
}
