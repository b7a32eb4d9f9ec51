using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Batch normalisation in the modes that only Keras 1 had: 1 normalises each sample along the axis, 2 takes the batch's own mean and variance, in prediction too.</summary>
/// <remarks>Python: <c>keras.layers.BatchNormalization(mode=1)</c> and <c>(mode=2)</c> of Keras 1. The shape stays. Mode 0 is <see cref="BatchNormalization"/>.</remarks>
/// <param name="mode">1 or 2.</param>
/// <param name="axis">The axis of the features.</param>
/// <param name="momentum">Kept for the file; nothing is averaged over batches that is used.</param>
/// <param name="epsilon">Added to the variance.</param>
/// <param name="gammaRegularizer">Penalty of the scale.</param>
/// <param name="betaRegularizer">Penalty of the offset.</param>
public sealed class Keras1BatchNormalization(int mode, int axis = -1, double momentum = 0.99, double epsilon = 1e-3, Regularizer? gammaRegularizer = null, Regularizer? betaRegularizer = null) : Layer
{
    private KerasVariable? _gamma;
    private KerasVariable? _beta;
    private KerasVariable? _mean;
    private KerasVariable? _variance;

    /// <summary>1 or 2.</summary>
    public int Mode { get; } = mode is 1 or 2 ? mode : throw new ArgumentOutOfRangeException(nameof(mode), $"Mode must be 1 or 2. Received: mode={mode}. Mode 0 is BatchNormalization.");

    /// <summary>The axis of the features.</summary>
    public int Axis { get; } = axis;

    /// <summary>Share of the old averages in the new.</summary>
    public double Momentum { get; } = momentum;

    /// <summary>Added to the variance.</summary>
    public double Epsilon { get; } = epsilon;

    /// <summary>Penalty of the scale.</summary>
    public Regularizer? GammaRegularizer { get; } = gammaRegularizer;

    /// <summary>Penalty of the offset.</summary>
    public Regularizer? BetaRegularizer { get; } = betaRegularizer;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        var size = Internal.Require.Known(Name, input, Axis);
        _gamma = AddWeight("gamma", size, "ones", GammaRegularizer);
        _beta = AddWeight("beta", size, "zeros", BetaRegularizer);
        _mean = AddWeight("moving_mean", size, "zeros", trainable: false);
        _variance = AddWeight("moving_variance", size, "ones", trainable: false);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var at = x.Shape.Axis(Axis);
        var shape = new int[x.Rank];
        Array.Fill(shape, 1);
        shape[at] = x.Shape[at];
        var (gamma, beta) = (Ops.Reshape(_gamma!, new TensorShape(shape)), Ops.Reshape(_beta!, new TensorShape(shape)));
        int[] axes = Mode == 1 ? [at] : [.. Enumerable.Range(0, x.Rank).Where(a => a != at)];
        var mean = Ops.Mean(x, axes, keepdims: true);
        var variance = Ops.Mean(Ops.Square(x - mean), axes, keepdims: true);
        var deviation = Mode == 1 ? Ops.Sqrt(variance + Epsilon) + Epsilon : Ops.Sqrt(variance + Epsilon);
        return ((x - mean) / deviation * gamma) + beta;
    }
}
