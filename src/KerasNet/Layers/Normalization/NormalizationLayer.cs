using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>What normalisations share: the scale gamma and the offset beta.</summary>
public abstract class NormalizationLayer : Layer
{
    private protected NormalizationLayer(
        double epsilon, bool center, bool scale, Initializer? betaInitializer, Initializer? gammaInitializer, Regularizer? betaRegularizer, Regularizer? gammaRegularizer,
        Constraint? betaConstraint, Constraint? gammaConstraint)
    {
        Epsilon = epsilon;
        Center = center;
        Scale = scale;
        BetaInitializer = betaInitializer ?? "zeros";
        GammaInitializer = gammaInitializer ?? "ones";
        BetaRegularizer = betaRegularizer;
        GammaRegularizer = gammaRegularizer;
        BetaConstraint = betaConstraint;
        GammaConstraint = gammaConstraint;
    }

    /// <summary>Added to the variance.</summary>
    public double Epsilon { get; }

    /// <summary>Whether an offset is added.</summary>
    public bool Center { get; }

    /// <summary>Whether the result is scaled.</summary>
    public bool Scale { get; }

    /// <summary>First values of the offset.</summary>
    public Initializer BetaInitializer { get; }

    /// <summary>First values of the scale.</summary>
    public Initializer GammaInitializer { get; }

    /// <summary>Penalty of the offset.</summary>
    public Regularizer? BetaRegularizer { get; }

    /// <summary>Penalty of the scale.</summary>
    public Regularizer? GammaRegularizer { get; }

    /// <summary>Projection of the offset.</summary>
    public Constraint? BetaConstraint { get; }

    /// <summary>Projection of the scale.</summary>
    public Constraint? GammaConstraint { get; }

    /// <summary>The scale; null without one.</summary>
    public KerasVariable? Gamma { get; private set; }

    /// <summary>The offset; null without one.</summary>
    public KerasVariable? Beta { get; private set; }

    private protected void AddGammaAndBeta(TensorShape shape, bool scale, bool center)
    {
        Gamma = scale ? AddWeight("gamma", shape, GammaInitializer, GammaRegularizer, GammaConstraint) : null;
        Beta = center ? AddWeight("beta", shape, BetaInitializer, BetaRegularizer, BetaConstraint) : null;
    }

    /// <summary>A variable as it is stored, in a type at least as wide as float32: sums of 16-bit floats overflow.</summary>
    private protected static Tensor Wide(KerasVariable variable, DataType type)
    {
        using var uncast = AutoCast.Enter(DataType.None);
        return Ops.Cast(variable, type);
    }

    /// <summary>float64 for float64, float32 for all other types.</summary>
    private protected static DataType WideType(Tensor x) => x.DType == DataType.Float64 ? DataType.Float64 : DataType.Float32;

    private protected static Tensor? WideOrNull(KerasVariable? variable, DataType type) => variable is null ? null : Wide(variable, type);
}
