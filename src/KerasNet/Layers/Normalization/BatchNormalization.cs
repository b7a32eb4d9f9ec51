using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Brings each channel to mean 0 and variance 1: of the batch while training, of all batches seen so far afterwards. When it is not trainable it behaves as afterwards.</summary>
/// <remarks>Python: <c>keras.layers.BatchNormalization</c>. Ioffe and Szegedy, 2015; renormalisation: Ioffe, 2017.</remarks>
public sealed class BatchNormalization : NormalizationLayer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="axis">The channels.</param>
    /// <param name="momentum">How much of the moving mean and variance stays at each step.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="center">Whether an offset is added.</param>
    /// <param name="scale">Whether the result is scaled.</param>
    /// <param name="betaInitializer">First values of the offset; null: zeros.</param>
    /// <param name="gammaInitializer">First values of the scale; null: ones.</param>
    /// <param name="movingMeanInitializer">First values of the moving mean; null: zeros.</param>
    /// <param name="movingVarianceInitializer">First values of the moving variance; null: ones.</param>
    /// <param name="betaRegularizer">Penalty of the offset.</param>
    /// <param name="gammaRegularizer">Penalty of the scale.</param>
    /// <param name="betaConstraint">Projection of the offset.</param>
    /// <param name="gammaConstraint">Projection of the scale.</param>
    /// <param name="renorm">Whether training corrects the batch's mean and variance towards the moving ones.</param>
    /// <param name="renormClipping">Limits of that correction: <c>rmin</c>, <c>rmax</c>, <c>dmax</c>.</param>
    /// <param name="renormMomentum">Momentum of the mean and deviation that the correction uses.</param>
    /// <param name="synchronized">Several devices; there is one, so that it changes nothing.</param>
    /// <exception cref="ArgumentException"><paramref name="renormClipping"/> has unknown keys or limits that contradict.</exception>
    public BatchNormalization(
        int axis = -1, double momentum = 0.99, double epsilon = 1e-3, bool center = true, bool scale = true, Initializer? betaInitializer = null, Initializer? gammaInitializer = null,
        Initializer? movingMeanInitializer = null, Initializer? movingVarianceInitializer = null, Regularizer? betaRegularizer = null, Regularizer? gammaRegularizer = null,
        Constraint? betaConstraint = null, Constraint? gammaConstraint = null, bool renorm = false, IReadOnlyDictionary<string, double>? renormClipping = null,
        double renormMomentum = 0.99, bool synchronized = false)
        : base(epsilon, center, scale, betaInitializer, gammaInitializer, betaRegularizer, gammaRegularizer, betaConstraint, gammaConstraint)
    {
        Axis = axis;
        Momentum = momentum;
        MovingMeanInitializer = movingMeanInitializer ?? "zeros";
        MovingVarianceInitializer = movingVarianceInitializer ?? "ones";
        Renorm = renorm;
        RenormClipping = renorm ? Renormalization.Check(renormClipping ?? new Dictionary<string, double>()) : renormClipping;
        RenormMomentum = renormMomentum;
        Synchronized = synchronized;
    }

    /// <summary>The channels.</summary>
    public int Axis { get; }

    /// <summary>How much of the moving mean and variance stays at each step.</summary>
    public double Momentum { get; }

    /// <summary>First values of the moving mean.</summary>
    public Initializer MovingMeanInitializer { get; }

    /// <summary>First values of the moving variance.</summary>
    public Initializer MovingVarianceInitializer { get; }

    /// <summary>Whether training corrects the batch's mean and variance towards the moving ones.</summary>
    public bool Renorm { get; }

    /// <summary>Limits of that correction.</summary>
    public IReadOnlyDictionary<string, double>? RenormClipping { get; }

    /// <summary>Momentum of the mean and deviation that the correction uses.</summary>
    public double RenormMomentum { get; }

    /// <summary>Several devices.</summary>
    public bool Synchronized { get; }

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <summary>Mean of the batches seen so far.</summary>
    public KerasVariable MovingMean { get => field ?? throw NotBuilt(); private set; }

    /// <summary>Variance of the batches seen so far.</summary>
    public KerasVariable MovingVariance { get => field ?? throw NotBuilt(); private set; }

    private Renormalization? Renormalization { get; set; }

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        var channels = Require.Known(Name, input, Axis);
        AddGammaAndBeta(channels, Scale, Center);
        MovingMean = AddWeight("moving_mean", channels, MovingMeanInitializer, trainable: false);
        MovingVariance = AddWeight("moving_variance", channels, MovingVarianceInitializer, trainable: false);
        if (Renorm)
        {
            var deviation = Ops.Sqrt(MovingVariance);
            Renormalization = new Renormalization(
                this, Statistic("moving_stddev", deviation), Statistic("renorm_mean", MovingMean), Statistic("renorm_stddev", deviation));
        }

        InputSpecs = [new InputSpec { Rank = input.Rank, Axes = new Dictionary<int, int> { [Axis] = channels } }];

        KerasVariable Statistic(string name, Tensor first)
        {
            var variable = AddWeight(name, channels, "zeros", trainable: false);
            variable.Assign(first);
            return variable;
        }
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var wide = Ops.Cast(x, WideType(x));
        var (gamma, beta) = (WideOrNull(Gamma, wide.DType), WideOrNull(Beta, wide.DType));
        if (!context.Training || !Trainable)
        {
            return Normalized(Wide(MovingMean, wide.DType), Wide(MovingVariance, wide.DType));
        }

        var (mean, variance) = BatchMoments.Of(wide, Axis, context.Mask);
        if (Renormalization is not null)
        {
            (gamma, beta) = Renormalization.Correct(mean, variance, gamma, beta);
        }
        else
        {
            Move(MovingMean, mean, Momentum);
            Move(MovingVariance, variance, Momentum);
        }

        return Normalized(mean, variance);

        Tensor Normalized(Tensor mean, Tensor variance) =>
            Ops.Cast(Ops.BatchNormalization(wide, mean, variance, Axis, beta, gamma, Epsilon), x.DType);
    }

    /// <summary>Moves an average towards a value, and gives its new value.</summary>
    internal static Tensor Move(KerasVariable average, Tensor value, double momentum)
    {
        var moved = (Wide(average, value.DType) * momentum) + (value * (1.0 - momentum));
        average.Assign(moved);
        return moved;
    }

    /// <summary>The stored value of a statistic in a type.</summary>
    internal static Tensor Read(KerasVariable statistic, DataType type) => Wide(statistic, type);
}
