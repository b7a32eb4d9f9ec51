using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>What SimpleRNN, LSTM and GRU share: the arguments and weights of their cell.</summary>
/// <remarks>Input <c>(batch, time, features)</c>, output <c>(batch, units)</c>, or <c>(batch, time, units)</c> with returnSequences.</remarks>
public abstract class Recurrent : RNN
{
    private protected Recurrent(
        GatedCell cell, Regularizer? activityRegularizer, bool returnSequences, bool returnState, bool goBackwards, bool stateful, bool unroll, bool zeroOutputForMask)
        : base(cell, returnSequences, returnState, goBackwards, stateful, unroll, zeroOutputForMask)
    {
        Gated = cell;
        ActivityRegularizer = activityRegularizer;
        InputSpecs = [new InputSpec { Rank = 3 }];
    }

    /// <summary>Size of the state and the output.</summary>
    public int Units => Gated.Units;

    /// <summary>Applied to the candidate state.</summary>
    public ActivationFunction Activation => Gated.Activation;

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias => Gated.UseBias;

    /// <summary>First values of the kernel.</summary>
    public Initializer KernelInitializer => Gated.KernelInitializer;

    /// <summary>First values of the recurrent kernel.</summary>
    public Initializer RecurrentInitializer => Gated.RecurrentInitializer;

    /// <summary>First values of the bias.</summary>
    public Initializer BiasInitializer => Gated.BiasInitializer;

    /// <summary>Penalty of the kernel.</summary>
    public Regularizer? KernelRegularizer => Gated.KernelRegularizer;

    /// <summary>Penalty of the recurrent kernel.</summary>
    public Regularizer? RecurrentRegularizer => Gated.RecurrentRegularizer;

    /// <summary>Penalty of the bias.</summary>
    public Regularizer? BiasRegularizer => Gated.BiasRegularizer;

    /// <summary>Projection of the kernel.</summary>
    public Constraint? KernelConstraint => Gated.KernelConstraint;

    /// <summary>Projection of the recurrent kernel.</summary>
    public Constraint? RecurrentConstraint => Gated.RecurrentConstraint;

    /// <summary>Projection of the bias.</summary>
    public Constraint? BiasConstraint => Gated.BiasConstraint;

    /// <summary>Fraction of the inputs that is dropped in training, the same at all time steps.</summary>
    public double Dropout => Gated.Dropout;

    /// <summary>Fraction of the state that is dropped in training, the same at all time steps.</summary>
    public double RecurrentDropout => Gated.RecurrentDropout;

    /// <summary>Seed of the dropouts.</summary>
    public int? Seed => Gated.Seed;

    /// <summary>Weights of the input.</summary>
    public KerasVariable Kernel => Gated.Kernel;

    /// <summary>Weights of the state.</summary>
    public KerasVariable RecurrentKernel => Gated.RecurrentKernel;

    /// <summary>The bias; null without one.</summary>
    public KerasVariable? Bias => Gated.Bias;

    private GatedCell Gated { get; }

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        base.Build(input);
        InputSpecs = [new InputSpec { Rank = 3, Axes = new Dictionary<int, int> { [-1] = input[2] } }];
    }

    internal override void SetDType(DTypePolicy policy)
    {
        base.SetDType(policy);
        Cell.SetDType(policy);
    }
}
