using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>A densely connected layer with a learned gate that lets the input pass.</summary>
/// <remarks>Python: <c>keras.layers.Highway</c> of Keras 1. Input and output <c>(batch, inputDim)</c>. Source: Srivastava et al. 2015, Highway networks.</remarks>
/// <param name="kernelInitializer">First values of the kernels; null: glorot_uniform.</param>
/// <param name="activation">Applied to the dense layer; null: linear.</param>
/// <param name="kernelRegularizer">Penalty of the kernel.</param>
/// <param name="biasRegularizer">Penalty of the bias.</param>
/// <param name="kernelConstraint">Projection of the kernel.</param>
/// <param name="biasConstraint">Projection of the bias.</param>
/// <param name="useBias">Whether biases are added.</param>
public sealed class Highway(
    Initializer? kernelInitializer = null, ActivationFunction? activation = null, Regularizer? kernelRegularizer = null, Regularizer? biasRegularizer = null,
    Constraint? kernelConstraint = null, Constraint? biasConstraint = null, bool useBias = true) : Layer
{
    private KerasVariable? _kernel;
    private KerasVariable? _carryKernel;
    private KerasVariable? _bias;
    private KerasVariable? _carryBias;

    /// <summary>First values of the kernels.</summary>
    public Initializer KernelInitializer { get; } = kernelInitializer ?? "glorot_uniform";

    /// <summary>Applied to the dense layer.</summary>
    public ActivationFunction Activation { get; } = activation ?? "linear";

    /// <summary>Penalty of the kernel.</summary>
    public Regularizer? KernelRegularizer { get; } = kernelRegularizer;

    /// <summary>Penalty of the bias.</summary>
    public Regularizer? BiasRegularizer { get; } = biasRegularizer;

    /// <summary>Projection of the kernel.</summary>
    public Constraint? KernelConstraint { get; } = kernelConstraint;

    /// <summary>Projection of the bias.</summary>
    public Constraint? BiasConstraint { get; } = biasConstraint;

    /// <summary>Whether biases are added.</summary>
    public bool UseBias { get; } = useBias;

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        var size = Require.Known(Name, input, -1);
        _kernel = AddWeight("kernel", [size, size], KernelInitializer, KernelRegularizer, KernelConstraint);
        _carryKernel = AddWeight("kernel_carry", [size, size], KernelInitializer);
        _bias = UseBias ? AddWeight("bias", size, "zeros", BiasRegularizer, BiasConstraint) : null;
        _carryBias = UseBias ? AddWeight("bias_carry", size, "ones") : null;
        InputSpecs = [new InputSpec { Rank = 2, Axes = new Dictionary<int, int> { [-1] = size } }];
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var gate = Ops.Sigmoid(Dense(x, _carryKernel!, _carryBias));
        return (Activation.Apply(Dense(x, _kernel!, _bias)) * gate) + ((1 - gate) * x);
    }

    private static Tensor Dense(Tensor x, KerasVariable kernel, KerasVariable? bias) => bias is null ? Ops.MatMul(x, kernel) : Ops.MatMul(x, kernel) + bias;
}
