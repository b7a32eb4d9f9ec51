using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>The greatest of several densely connected layers, output by output.</summary>
/// <remarks>Python: <c>keras.layers.MaxoutDense</c> of Keras 1. Input <c>(batch, inputDim)</c>, output <c>(batch, outputDim)</c>. Source: Goodfellow et al. 2013, Maxout networks.</remarks>
/// <param name="outputDim">Size of the output; positive.</param>
/// <param name="nbFeature">Number of dense layers; positive.</param>
/// <param name="kernelInitializer">First values of the kernels; null: glorot_uniform.</param>
/// <param name="kernelRegularizer">Penalty of the kernels.</param>
/// <param name="biasRegularizer">Penalty of the biases.</param>
/// <param name="kernelConstraint">Projection of the kernels.</param>
/// <param name="biasConstraint">Projection of the biases.</param>
/// <param name="useBias">Whether biases are added.</param>
public sealed class MaxoutDense(
    int outputDim, int nbFeature = 4, Initializer? kernelInitializer = null, Regularizer? kernelRegularizer = null, Regularizer? biasRegularizer = null,
    Constraint? kernelConstraint = null, Constraint? biasConstraint = null, bool useBias = true) : Layer
{
    private KerasVariable? _kernel;
    private KerasVariable? _bias;

    /// <summary>Size of the output.</summary>
    public int OutputDim { get; } = Require.Positive(outputDim);

    /// <summary>Number of dense layers.</summary>
    public int NbFeature { get; } = Require.Positive(nbFeature);

    /// <summary>First values of the kernels.</summary>
    public Initializer KernelInitializer { get; } = kernelInitializer ?? "glorot_uniform";

    /// <summary>Penalty of the kernels.</summary>
    public Regularizer? KernelRegularizer { get; } = kernelRegularizer;

    /// <summary>Penalty of the biases.</summary>
    public Regularizer? BiasRegularizer { get; } = biasRegularizer;

    /// <summary>Projection of the kernels.</summary>
    public Constraint? KernelConstraint { get; } = kernelConstraint;

    /// <summary>Projection of the biases.</summary>
    public Constraint? BiasConstraint { get; } = biasConstraint;

    /// <summary>Whether biases are added.</summary>
    public bool UseBias { get; } = useBias;

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        _kernel = AddWeight("kernel", [NbFeature, Require.Known(Name, input, -1), OutputDim], KernelInitializer, KernelRegularizer, KernelConstraint);
        _bias = UseBias ? AddWeight("bias", [NbFeature, OutputDim], "zeros", BiasRegularizer, BiasConstraint) : null;
        InputSpecs = [new InputSpec { Rank = 2, Axes = new Dictionary<int, int> { [-1] = input[^1] } }];
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var all = Ops.Einsum("bi,kio->bko", x, _kernel!);
        return Ops.Max(_bias is null ? all : all + _bias, 1);
    }
}
