using KerasNet.Graphs;
using KerasNet.Initializers;
using KerasNet.Quantizers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>A layer whose kernel may be kept in few bits and may have a low-rank addition: <see cref="Dense"/>, <see cref="EinsumDense"/>, <see cref="Embedding"/>.</summary>
/// <param name="activityRegularizer">Penalty of the output.</param>
/// <param name="autocast">Whether floating-point inputs are cast to the compute type.</param>
/// <param name="loraRank">Rank of the addition that training changes instead of the kernel; null: there is none.</param>
/// <param name="loraAlpha">The addition is multiplied by alpha / rank; null: by 1.</param>
/// <param name="quantizationConfig">How the kernel is quantised, where <see cref="Layer.DType"/> says that it is; null: as the mode does it.</param>
public abstract class AdaptedLayer(Regularizer? activityRegularizer, bool autocast, int? loraRank, double? loraAlpha, QuantizationConfig? quantizationConfig) : Layer(activityRegularizer, autocast)
{
    /// <summary>Rank of the low-rank addition; null: there is none.</summary>
    public int? LoraRank { get; private set; } = Internal.Require.Positive(loraRank);

    /// <summary>The addition is multiplied by alpha / rank.</summary>
    public double? LoraAlpha { get; private set; } = loraAlpha ?? loraRank;

    /// <summary>Whether there is a low-rank addition.</summary>
    public bool LoraEnabled => Lora is not null;

    /// <summary>How the kernel is quantised.</summary>
    public QuantizationConfig? QuantizationConfig { get; private set; } = quantizationConfig;

    /// <summary>The kernel in few bits; null while it is in floats.</summary>
    internal QuantizedForm? Form { get; set; }

    /// <summary>The addition; null without one.</summary>
    internal LowRank? Lora { get; private set; }

    internal override AdaptedState? AdaptedState => Form is null && Lora is null ? null : new AdaptedState(this, Form?.Saved ?? SavedFloats, Form, Lora, AdaptedKernel);

    /// <summary>The weights as they stand in a file while they are floats.</summary>
    private protected abstract IReadOnlyList<KerasVariable> SavedFloats { get; }

    /// <summary>The kernel as it is kept: what is quantised and what the addition is added to.</summary>
    internal abstract KerasVariable AdaptedKernel { get; set; }

    /// <summary>Shape of the kernel in floats.</summary>
    internal abstract TensorShape AdaptedShape { get; }

    private protected abstract Regularizer? AdaptedRegularizer { get; }

    private protected abstract bool HasConstraint { get; }

    private protected override bool HasQuantizedCall => true;

    /// <summary>Freezes the kernel and adds to it the product of two small matrices, which training changes.</summary>
    /// <param name="rank">Columns of the first and rows of the second.</param>
    /// <param name="loraAlpha">The product is multiplied by alpha / rank; null: by 1.</param>
    /// <param name="aInitializer">First values of the first; null: he_uniform.</param>
    /// <param name="bInitializer">First values of the second; null: zeros.</param>
    /// <remarks>Python: <c>layer.enable_lora</c>. A model that holds the layer is to be compiled after it. Source: Hu et al., 2021.</remarks>
    /// <exception cref="InvalidOperationException">The layer is not built, has a constraint, or has an addition already.</exception>
    /// <exception cref="NotSupportedException">The kernel is quantised by GPTQ.</exception>
    public void EnableLora(int rank, double? loraAlpha = null, Initializer? aInitializer = null, Initializer? bInitializer = null)
    {
        using var scope = Scopes.EnterPath(Path);
        AddLora(rank, loraAlpha, aInitializer, bInitializer);
    }

    /// <inheritdoc/>
    public override void Quantize(string? mode = null, QuantizationConfig? config = null, bool typeCheck = true)
    {
        config = QuantizationConfig.Of(mode, config);
        if (typeCheck && GetType().Assembly != typeof(AdaptedLayer).Assembly)
        {
            throw new NotSupportedException($"Layer {ClassName} does not have a `quantize` method implemented. Override it, or pass typeCheck: false.");
        }

        if (!Built)
        {
            throw new InvalidOperationException($"Cannot quantize a layer that isn't yet built. Layer '{Name}' (of type '{ClassName}') is not built yet.");
        }

        if (Form is not null)
        {
            throw new InvalidOperationException($"Layer '{Name}' is already quantized with dtype_policy='{Policy.Name}'. Received: mode={config.Mode}.");
        }

        var name = config.Mode switch
        {
            "int4" => $"int4/{(config as Int4QuantizationConfig)?.BlockSize ?? -1}",
            "gptq" or "awq" => ((CalibrationConfig)config).DTypePolicyString(),
            var other => other,
        };
        var policy = (DTypePolicy)$"{name}_from_{Policy.Name}";
        using var scope = Scopes.EnterPath(Path);
        using var untraced = Graph.Leave();
        using var untaped = GradientTape.Suspend();
        using var uncast = AutoCast.Enter(DataType.None);
        QuantizationConfig = config;
        Form = QuantizeAs(config);
        ChangeForm();
        if (DType is DTypePolicyMap map)
        {
            map.Remove(Path);
            map[Path] = policy;
        }
        else
        {
            SetDType(policy);
        }
    }

    /// <summary>Makes the variables of a mode, with the values of those in floats, which go.</summary>
    /// <exception cref="NotSupportedException">The layer has no such mode.</exception>
    private protected abstract QuantizedForm QuantizeAs(QuantizationConfig config);

    /// <summary>Adds what the constructor asked for; the layer is being built.</summary>
    private protected void AddGivenLora()
    {
        if (LoraRank is { } rank)
        {
            AddLora(rank, LoraAlpha, null, null);
        }
    }

    /// <summary>Makes a weight of a quantised form.</summary>
    internal KerasVariable AddFor(string name, TensorShape shape, Initializer initializer, DataType? dtype = null, bool trainable = false) =>
        AddWeight(name, shape, initializer, trainable: trainable, dtype: dtype);

    /// <summary>Takes a weight away that a form has replaced.</summary>
    internal void Drop(KerasVariable variable)
    {
        RemoveWeight(variable);
        ChangeForm();
    }

    private void AddLora(int rank, double? alpha, Initializer? a, Initializer? b)
    {
        Lora = LowRank.Enable(this, AdaptedKernel, AdaptedShape, Lora, HasConstraint, (rank, alpha), (a, b), AdaptedRegularizer, AddWeight);
        ChangeForm();
        (LoraRank, LoraAlpha) = (rank, Lora.Alpha);
    }
}
