using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>What ConvLSTM1D, 2D and 3D share: an LSTM over images, whose products are convolutions.</summary>
/// <remarks>Input <c>(batch, time, …spatial, channels)</c>, or channels before the spatial axes. Output <c>(batch, …spatial, filters)</c>, with the time axis if returnSequences. Source: Shi et al. 2015.</remarks>
public abstract class ConvLSTM : RNN
{
    private readonly ConvLSTMCell _convolutional;

    private protected ConvLSTM(
        int rank, ConvLSTMCell cell, Regularizer? activityRegularizer, bool returnSequences, bool returnState, bool goBackwards, bool stateful, bool unroll, bool zeroOutputForMask)
        : base(cell, returnSequences, returnState, goBackwards, stateful, unroll, zeroOutputForMask)
    {
        _convolutional = cell;
        ActivityRegularizer = activityRegularizer;
        InputSpecs = [new InputSpec { Rank = rank + 3 }];
    }

    /// <summary>Number of output channels.</summary>
    public int Filters => _convolutional.Filters;

    /// <summary>Size of the window along each spatial axis.</summary>
    public SpatialSizes KernelSize => _convolutional.KernelSize;

    /// <summary>Step of the input's window along each spatial axis.</summary>
    public SpatialSizes Strides => _convolutional.Strides;

    /// <summary><c>valid</c> or <c>same</c>, for the input.</summary>
    public string Padding => _convolutional.Padding;

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string DataFormat => _convolutional.DataFormat;

    /// <summary>Distance between the elements of the input's window.</summary>
    public SpatialSizes DilationRate => _convolutional.DilationRate;

    /// <summary>Applied to the candidate state.</summary>
    public ActivationFunction Activation => _convolutional.Options.Activation;

    /// <summary>Applied to the gates.</summary>
    public ActivationFunction RecurrentActivation => _convolutional.RecurrentActivation;

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias => _convolutional.Options.UseBias;

    /// <summary>First values of the kernel.</summary>
    public Initializer KernelInitializer => _convolutional.Options.KernelInitializer;

    /// <summary>First values of the recurrent kernel.</summary>
    public Initializer RecurrentInitializer => _convolutional.Options.RecurrentInitializer;

    /// <summary>First values of the bias.</summary>
    public Initializer BiasInitializer => _convolutional.Options.BiasInitializer;

    /// <summary>Whether the bias of the forget gate begins with ones.</summary>
    public bool UnitForgetBias => _convolutional.UnitForgetBias;

    /// <summary>Penalty of the kernel.</summary>
    public Regularizer? KernelRegularizer => _convolutional.Options.KernelRegularizer;

    /// <summary>Penalty of the recurrent kernel.</summary>
    public Regularizer? RecurrentRegularizer => _convolutional.Options.RecurrentRegularizer;

    /// <summary>Penalty of the bias.</summary>
    public Regularizer? BiasRegularizer => _convolutional.Options.BiasRegularizer;

    /// <summary>Projection of the kernel.</summary>
    public Constraint? KernelConstraint => _convolutional.Options.KernelConstraint;

    /// <summary>Projection of the recurrent kernel.</summary>
    public Constraint? RecurrentConstraint => _convolutional.Options.RecurrentConstraint;

    /// <summary>Projection of the bias.</summary>
    public Constraint? BiasConstraint => _convolutional.Options.BiasConstraint;

    /// <summary>Fraction of the inputs that is dropped in training, the same at all time steps.</summary>
    public double Dropout => _convolutional.Options.Dropout;

    /// <summary>Fraction of the state that is dropped in training, the same at all time steps.</summary>
    public double RecurrentDropout => _convolutional.Options.RecurrentDropout;

    /// <summary>Seed of the dropouts.</summary>
    public int? Seed => _convolutional.Options.Seed;

    /// <summary>Weights of the input <c>(…kernelSize, channels, 4 · filters)</c>.</summary>
    public KerasVariable Kernel => _convolutional.Kernel;

    /// <summary>Weights of the state <c>(…kernelSize, filters, 4 · filters)</c>.</summary>
    public KerasVariable RecurrentKernel => _convolutional.RecurrentKernel;

    /// <summary>The bias; null without one.</summary>
    public KerasVariable? Bias => _convolutional.Bias;

    internal override void SetDType(DTypePolicy policy)
    {
        base.SetDType(policy);
        Cell.SetDType(policy);
    }
}
