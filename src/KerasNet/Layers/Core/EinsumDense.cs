using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Quantizers;
using KerasNet.Regularizers;
using KerasNet.Saving;

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
/// <param name="loraRank">Rank of a low-rank addition that training changes instead of the kernel; null: there is none.</param>
/// <param name="loraAlpha">The addition is multiplied by alpha / rank; null: by 1.</param>
/// <param name="gptqUnpackedColumnSize">Columns of a kernel that GPTQ has quantised, as files have it; found anew from the equation.</param>
/// <param name="quantizationConfig">How the kernel is quantised, where <see cref="Layer.DType"/> says that it is; null: as the mode does it.</param>
public sealed class EinsumDense(
    string equation, TensorShape outputShape, ActivationFunction? activation = null, string? biasAxes = null, Initializer? kernelInitializer = null, Initializer? biasInitializer = null,
    Regularizer? kernelRegularizer = null, Regularizer? biasRegularizer = null, Constraint? kernelConstraint = null, Constraint? biasConstraint = null,
    [OnlyWhenSet] int? loraRank = null, [OnlyWhenSet] double? loraAlpha = null, [OnlyWhenSet] int? gptqUnpackedColumnSize = null, [OnlyWhenSet] QuantizationConfig? quantizationConfig = null, Regularizer? activityRegularizer = null)
    : AdaptedLayer(activityRegularizer, autocast: true, loraRank, loraAlpha, quantizationConfig), IKernelLayer
{
    private EinsumProduct? _product;

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

    /// <summary>Columns of a kernel that GPTQ has quantised.</summary>
    public int? GptqUnpackedColumnSize { get; private set; } = gptqUnpackedColumnSize;

    /// <summary>The weights, of the shape that the equation gives them, as they are kept: quantised ones in integers.</summary>
    public KerasVariable Kernel { get => field ?? throw NotBuilt(); private set; }

    /// <summary>The bias; null without one.</summary>
    public KerasVariable? Bias { get; private set; }

    KernelProduct IKernelLayer.Product => _product!;

    internal override KerasVariable AdaptedKernel { get => Kernel; set => Kernel = value; }

    internal override TensorShape AdaptedShape => _product!.Kernel;

    private protected override IReadOnlyList<KerasVariable> SavedFloats => Bias is null ? [Kernel] : [Kernel, Bias];

    private protected override Regularizer? AdaptedRegularizer => KernelRegularizer;

    private protected override bool HasConstraint => KernelConstraint is not null;

    private Tensor Floats => Lora is { } lora ? lora.Merged(Kernel, Policy.ComputeDType) : Kernel;

    private protected override QuantizedForm QuantizeAs(QuantizationConfig config)
    {
        GptqUnpackedColumnSize = config.Mode == "gptq" ? _product!.CalibratedMatrix.Columns : null;
        return KernelForms.Of(this, config);
    }

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        var weights = EinsumWeights.Of(Equation, BiasAxes, input, OutputShape);
        _product = new EinsumProduct(Equation, input.Rank, weights.Kernel);
        Form = KernelForms.New(this, QuantizationMode, QuantizationConfig);
        if (Form is null or Float8Kernel)
        {
            Kernel = AddWeight("kernel", weights.Kernel, Initial(weights), KernelRegularizer, KernelConstraint);
        }

        Bias = weights.Bias is { } bias ? AddWeight("bias", bias, BiasInitializer, BiasRegularizer, BiasConstraint) : null;
        InputSpecs = [new InputSpec { Rank = input.Rank }];
        AddGivenLora();
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) =>
        Form?.Call(x, context) ?? KernelProduct.Finish(Ops.Einsum(Equation, x, Floats), Bias, Activation);

    /// <summary>An initializer that scales by inputs and outputs is told which axes are which.</summary>
    private Initializer Initial(EinsumWeights weights) => KernelInitializer is VarianceScaling { InputAxes: null } or VarianceScaling { OutputAxes: null }
        ? ((VarianceScaling)KernelInitializer).Along(weights.InputAxes, weights.OutputAxes)
        : KernelInitializer;
}
