using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Quantizers;
using KerasNet.Regularizers;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>Densely connected layer: <c>output = activation(input · kernel + bias)</c>.</summary>
/// <remarks>Python: <c>keras.layers.Dense</c>. Input <c>(batch, …, inputDim)</c>, output <c>(batch, …, units)</c>.</remarks>
/// <param name="units">Size of the output space; positive.</param>
/// <param name="activation">Applied to the result; null: none.</param>
/// <param name="useBias">Whether a bias is added.</param>
/// <param name="kernelInitializer">First values of the kernel; null: glorot_uniform.</param>
/// <param name="biasInitializer">First values of the bias; null: zeros.</param>
/// <param name="kernelRegularizer">Penalty of the kernel.</param>
/// <param name="biasRegularizer">Penalty of the bias.</param>
/// <param name="activityRegularizer">Penalty of the output.</param>
/// <param name="kernelConstraint">Projection of the kernel after each update.</param>
/// <param name="biasConstraint">Projection of the bias after each update.</param>
/// <param name="loraRank">Rank of a low-rank addition that training changes instead of the kernel; null: there is none.</param>
/// <param name="loraAlpha">The addition is multiplied by alpha / rank; null: by 1.</param>
/// <param name="quantizationConfig">How the kernel is quantised, where <see cref="Layer.DType"/> says that it is; null: as the mode does it.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is not positive.</exception>
public sealed class Dense(
    int units, ActivationFunction? activation = null, bool useBias = true, Initializer? kernelInitializer = null, Initializer? biasInitializer = null,
    Regularizer? kernelRegularizer = null, Regularizer? biasRegularizer = null, [NotInConfig] Regularizer? activityRegularizer = null, Constraint? kernelConstraint = null,
    Constraint? biasConstraint = null, [OnlyWhenSet] int? loraRank = null, [OnlyWhenSet] double? loraAlpha = null, [OnlyWhenSet] QuantizationConfig? quantizationConfig = null)
    : AdaptedLayer(activityRegularizer, autocast: true, loraRank, loraAlpha, quantizationConfig), IKernelLayer
{
    private DenseProduct? _product;

    /// <summary>Size of the output space.</summary>
    public int Units { get; } = Require.Positive(units);

    /// <summary>Applied to the result.</summary>
    public ActivationFunction Activation { get; } = activation ?? "linear";

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias { get; } = useBias;

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

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <summary>Weights <c>(inputDim, units)</c>, as they are kept: quantised ones in integers.</summary>
    public KerasVariable Kernel { get => field ?? throw NotBuilt(); private set; }

    /// <summary>Bias <c>(units)</c>; null without one.</summary>
    public KerasVariable? Bias { get; private set; }

    KernelProduct IKernelLayer.Product => _product!;

    internal override KerasVariable AdaptedKernel { get => Kernel; set => Kernel = value; }

    internal override TensorShape AdaptedShape => _product!.Kernel;

    private protected override IReadOnlyList<KerasVariable> SavedFloats => Bias is null ? [Kernel] : [Kernel, Bias];

    private protected override Regularizer? AdaptedRegularizer => KernelRegularizer;

    private protected override bool HasConstraint => KernelConstraint is not null;

    private Tensor Floats => Lora is { } lora ? lora.Merged(Kernel, Policy.ComputeDType) : Kernel;

    private protected override QuantizedForm QuantizeAs(QuantizationConfig config) => KernelForms.Of(this, config);

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        Require.MinRank(Name, input, 2, "batch, …, features");
        var features = Require.Known(Name, input, -1);
        _product = new DenseProduct(new TensorShape(features, Units));
        Form = KernelForms.New(this, QuantizationMode, QuantizationConfig);
        if (Form is null or Float8Kernel)
        {
            Kernel = AddWeight("kernel", [features, Units], KernelInitializer, KernelRegularizer, KernelConstraint);
        }

        Bias = UseBias ? AddWeight("bias", Units, BiasInitializer, BiasRegularizer, BiasConstraint) : null;
        InputSpecs = [new InputSpec { MinRank = 2, Axes = new Dictionary<int, int> { [-1] = features } }];
        AddGivenLora();
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) =>
        Form?.Call(x, context) ?? KernelProduct.Finish(Ops.MatMul(x, Floats), Bias, Activation);
}
