using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>What the cells of SimpleRNN, LSTM and GRU share: a kernel for the input, a recurrent kernel for the state, a bias, dropout.</summary>
/// <remarks>The gates lie side by side in the kernels. In a walk over a sequence the inputs of all time steps go through the kernel in one product.</remarks>
public abstract class GatedCell : RNNCell
{
    private readonly SeedGenerator _seeds;

    private protected GatedCell(int units, CellOptions options, SeedGenerator seeds)
    {
        Units = Require.Positive(units);
        Options = options;
        _seeds = seeds;
    }

    /// <summary>Size of the state and the output.</summary>
    public int Units { get; }

    /// <summary>Applied to the candidate state.</summary>
    public ActivationFunction Activation => Options.Activation;

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias => Options.UseBias;

    /// <summary>First values of the kernel.</summary>
    public Initializer KernelInitializer => Options.KernelInitializer;

    /// <summary>First values of the recurrent kernel.</summary>
    public Initializer RecurrentInitializer => Options.RecurrentInitializer;

    /// <summary>First values of the bias.</summary>
    public Initializer BiasInitializer => Options.BiasInitializer;

    /// <summary>Penalty of the kernel.</summary>
    public Regularizer? KernelRegularizer => Options.KernelRegularizer;

    /// <summary>Penalty of the recurrent kernel.</summary>
    public Regularizer? RecurrentRegularizer => Options.RecurrentRegularizer;

    /// <summary>Penalty of the bias.</summary>
    public Regularizer? BiasRegularizer => Options.BiasRegularizer;

    /// <summary>Projection of the kernel.</summary>
    public Constraint? KernelConstraint => Options.KernelConstraint;

    /// <summary>Projection of the recurrent kernel.</summary>
    public Constraint? RecurrentConstraint => Options.RecurrentConstraint;

    /// <summary>Projection of the bias.</summary>
    public Constraint? BiasConstraint => Options.BiasConstraint;

    /// <summary>Fraction of the inputs that is dropped in training, the same at all time steps.</summary>
    public double Dropout => Options.Dropout;

    /// <summary>Fraction of the state that is dropped in training, the same at all time steps.</summary>
    public double RecurrentDropout => Options.RecurrentDropout;

    /// <summary>Seed of the dropouts.</summary>
    public int? Seed => Options.Seed;

    /// <inheritdoc/>
    public override IReadOnlyList<int> StateSize => [Units];

    /// <summary>Weights of the input <c>(features, gates · units)</c>.</summary>
    public KerasVariable Kernel { get => field ?? throw NotBuilt(); private set; }

    /// <summary>Weights of the state <c>(units, gates · units)</c>.</summary>
    public KerasVariable RecurrentKernel { get => field ?? throw NotBuilt(); private set; }

    /// <summary>The bias; null without one.</summary>
    public KerasVariable? Bias { get; private set; }

    private protected CellOptions Options { get; }

    /// <summary>Gates of the cell: the kernels are that many times wider than the state.</summary>
    private protected abstract int Gates { get; }

    /// <summary>Shape of the bias.</summary>
    private protected virtual TensorShape BiasShape => Gates * Units;

    /// <summary>First values of the bias.</summary>
    private protected virtual Initializer FirstBias => BiasInitializer;

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        Kernel = AddWeight("kernel", [Require.Known(Name, input, -1), Gates * Units], KernelInitializer, KernelRegularizer, KernelConstraint);
        RecurrentKernel = AddWeight("recurrent_kernel", [Units, Gates * Units], RecurrentInitializer, RecurrentRegularizer, RecurrentConstraint);
        Bias = UseBias ? AddWeight("bias", BiasShape, FirstBias, BiasRegularizer, BiasConstraint) : null;
    }

    /// <inheritdoc/>
    protected override (Tensor Output, Tensors States) Call(Tensor x, Tensors states, CallContext context) => Begin(x, [.. states], context.Training)(x, [.. states]);

    internal override CellStep Begin(Tensor like, Tensor[] states, bool training)
    {
        var masks = Masks(like, states, training);
        var (kernel, bias, advance) = ((Tensor)Kernel, InputBias(), Advance(masks.State));
        return (x, before) => advance(Project(x, kernel, bias, masks.Input), before);
    }

    internal override (Tensor Sequence, CellStep Step) Walk(Tensor sequence, Tensor[] states, bool training)
    {
        var masks = Masks(Dropout > 0 && training ? RawOps.StridedSlice(sequence, 0) : sequence, states, training);
        return (Project(sequence, Kernel, InputBias(), masks.Input), Advance(masks.State));
    }

    /// <summary>The part of the bias that belongs to the input; null without one.</summary>
    private protected virtual Tensor? InputBias() => Bias is null ? null : (Tensor)Bias;

    /// <summary>The step from a projected input and the states before to the output and the states after.</summary>
    /// <param name="masks">Dropout masks of the state: none, one, or one for each gate.</param>
    private protected abstract CellStep Advance(Tensor[] masks);

    /// <summary>The state before through the recurrent kernel, for each gate by its own mask where there are several.</summary>
    private protected static Tensor Recur(Tensor h, Tensor kernel, Tensor[] masks) => Product(h, kernel, masks);

    private DropoutMasks Masks(Tensor like, Tensor[] states, bool training)
    {
        // With recurrent dropout each gate has masks of its own; cells with gates do nothing at a rate of 1.
        var count = RecurrentDropout != 0 ? Gates : 1;
        var masks = DropoutMasks.Draw(like, states[0], Options, count, _seeds, training);
        return Gates == 1 ? masks : new DropoutMasks(Dropout < 1 ? masks.Input : [], RecurrentDropout < 1 ? masks.State : []);
    }

    private static Tensor Project(Tensor x, Tensor kernel, Tensor? bias, Tensor[] masks)
    {
        var product = Product(x, kernel, masks);
        return bias is null ? product : Ops.Add(product, bias);
    }

    // A sequence (time, batch, …) is dropped by one mask at all steps.
    private static Tensor Dropped(Tensor x, Tensor mask) => x.Rank == mask.Rank ? SameShape.Mul(x, mask) : x * mask;

    private static Tensor Product(Tensor x, Tensor kernel, Tensor[] masks)
    {
        if (masks.Length <= 1)
        {
            return Ops.MatMul(masks.Length == 0 ? x : Dropped(x, masks[0]), kernel);
        }

        var parts = Ops.Split(kernel, masks.Length, axis: -1);
        return Ops.Concatenate([.. masks.Select((mask, gate) => Ops.MatMul(Dropped(x, mask), parts[gate]))], axis: -1);
    }
}
