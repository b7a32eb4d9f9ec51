using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>A dense layer over any axes: <c>output = activation(einsum(equation, input, kernel) + bias)</c>.</summary>
/// <remarks>Python: <c>keras.layers.EinsumDense</c>. <c>"ab,bc->ac"</c> is Dense; <c>"...x,xy->...y"</c> is Dense for any rank.</remarks>
/// <example><c>new Layers.EinsumDense("abc,cde->abde", (null, 4, 8), biasAxes: "de")</c></example>
/// <param name="equation">Names the axes of input, kernel and output; an ellipsis stands for further axes of input and output.</param>
/// <param name="outputShape">Shape of the output without the batch axis and without the axes of an ellipsis; null where an axis is the input's.</param>
/// <param name="activation">Applied to the result; null: none.</param>
/// <param name="biasAxes">The output's axes that the bias has; null: there is no bias.</param>
/// <param name="kernelInitializer">First values of the kernel; null: glorot_uniform.</param>
/// <param name="biasInitializer">First values of the bias; null: zeros.</param>
/// <param name="kernelRegularizer">Penalty of the kernel.</param>
/// <param name="biasRegularizer">Penalty of the bias.</param>
/// <param name="activityRegularizer">Penalty of the output.</param>
/// <param name="kernelConstraint">Projection of the kernel after each update.</param>
/// <param name="biasConstraint">Projection of the bias after each update.</param>
public sealed class EinsumDense(
    string equation, TensorShape outputShape, ActivationFunction? activation = null, string? biasAxes = null, Initializer? kernelInitializer = null, Initializer? biasInitializer = null,
    Regularizer? kernelRegularizer = null, Regularizer? biasRegularizer = null, Constraint? kernelConstraint = null, Constraint? biasConstraint = null,
    Regularizer? activityRegularizer = null) : Layer(activityRegularizer)
{
    /// <summary>Names the axes of input, kernel and output.</summary>
    public string Equation { get; } = equation;

    /// <summary>Shape of the output without the batch axis.</summary>
    public TensorShape OutputShape { get; } = outputShape;

    /// <summary>Applied to the result.</summary>
    public ActivationFunction Activation { get; } = activation ?? "linear";

    /// <summary>The output's axes that the bias has.</summary>
    public string? BiasAxes { get; } = biasAxes;

    /// <summary>First values of the kernel.</summary>
    public Initializer KernelInitializer { get; } = kernelInitializer ?? "glorot_uniform";

    /// <summary>First values of the bias.</summary>
    public Initializer BiasInitializer { get; } = biasInitializer ?? "zeros";

    /// <summary>Penalty of the kernel.</summary>
    public Regularizer? KernelRegularizer { get; } = kernelRegularizer;

    /// <summary>Penalty of the bias.</summary>
    public Regularizer? BiasRegularizer { get; } = biasRegularizer;

    /// <summary>Projection of the kernel.</summary>
    public Constraint? KernelConstraint { get; } = kernelConstraint;

    /// <summary>Projection of the bias.</summary>
    public Constraint? BiasConstraint { get; } = biasConstraint;

    /// <summary>The weights, of the shape that the equation gives them.</summary>
    public KerasVariable Kernel { get => field ?? throw NotBuilt(); private set; }

    /// <summary>The bias; null without one.</summary>
    public KerasVariable? Bias { get; private set; }

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        var weights = EinsumWeights.Of(Equation, BiasAxes, input, OutputShape);
        Kernel = AddWeight("kernel", weights.Kernel, Initial(weights), KernelRegularizer, KernelConstraint);
        Bias = weights.Bias is { } bias ? AddWeight("bias", bias, BiasInitializer, BiasRegularizer, BiasConstraint) : null;
        InputSpecs = [new InputSpec { Rank = input.Rank }];
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var y = Ops.Einsum(Equation, x, Kernel);
        return Activation.Apply(Bias is null ? y : Ops.Add(y, Bias));
    }

    /// <summary>An initializer that scales by inputs and outputs is told which axes are which.</summary>
    private Initializer Initial(EinsumWeights weights) => KernelInitializer is VarianceScaling { InputAxes: null } or VarianceScaling { OutputAxes: null }
        ? ((VarianceScaling)KernelInitializer).Along(weights.InputAxes, weights.OutputAxes)
        : KernelInitializer;
}
