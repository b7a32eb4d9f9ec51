using KerasNet.Quantizers;

namespace KerasNet.Layers;

/// <summary>An embedding whose vectors are kept in few bits, and its way back where it has one.</summary>
internal abstract class EmbeddingForm : QuantizedForm
{
    private readonly Quantizer? _inputs;

    protected EmbeddingForm(Embedding layer, QuantizationConfig? config)
    {
        Layer = layer;
        _inputs = config is null ? new AbsMaxQuantizer() : config.ActivationQuantizer;
    }

    protected Embedding Layer { get; }

    protected DataType DType => Layer.Policy.ComputeDType;

    /// <summary>The layer with its own weights for the way back; null where there are none.</summary>
    protected ReversibleEmbedding? Untied => Layer is ReversibleEmbedding { TieWeights: false } reversible ? reversible : null;

    public static EmbeddingForm? New(Embedding layer, string? mode, QuantizationConfig? config) => mode switch
    {
        null => null,
        "int8" => new Int8Embedding(layer, config),
        "int4" => new Int4Embedding(layer, config),
        _ => throw NoMode(layer, mode),
    };

    /// <summary>The form of a layer that was in floats, with their values.</summary>
    public static EmbeddingForm Of(Embedding layer, QuantizationConfig config)
    {
        if (config.Mode is not ("int8" or "int4"))
        {
            throw NoMode(layer, config.Mode);
        }

        var (table, back) = (layer.AdaptedKernel, (layer as ReversibleEmbedding)?.ReverseEmbeddings);
        layer.Drop(table);
        if (back is not null)
        {
            layer.Drop(back);
        }

        var form = New(layer, config.Mode, config)!;
        foreach (var (variable, value) in form.Quantized(table.ReadNow(), config.WeightQuantizer).Concat(back is null ? [] : form.QuantizedBack(back.ReadNow(), config.WeightQuantizer)))
        {
            variable.Assign(value);
        }

        return form;
    }

    public override Tensor Call(Tensor x, CallContext context)
    {
        // Even inside of layers in other types, as the result is to have the layer's own.
        using var cast = AutoCast.Enter(DType);
        return context.Argument<bool>("reverse") ? Capped(Back(x)) : Rows(x.DType is DataType.Int32 or DataType.Int64 ? x : Ops.Cast(x, DataType.Int32));
    }

    public override IReadOnlyDictionary<KerasVariable, Tensor> Merged(LowRank lora) => Quantized(Ops.Add(Floats(), lora.Delta()), null);

    /// <summary>All vectors in floats.</summary>
    protected abstract Tensor Floats();

    /// <summary>The vectors of indices.</summary>
    protected abstract Tensor Vectors(Tensor indices);

    /// <summary>The product of vectors with the weights of the way back.</summary>
    /// <param name="x">Vectors, or integers with a scale.</param>
    /// <param name="scale">Scale of the integers; 1 for vectors.</param>
    protected abstract Tensor Logits(Tensor x, Tensor scale);

    /// <summary>Values of the variables for vectors in floats.</summary>
    protected abstract Dictionary<KerasVariable, Tensor> Quantized(Tensor floats, Quantizer? quantizer);

    /// <summary>Values of the way back's variables for its weights in floats.</summary>
    protected abstract Dictionary<KerasVariable, Tensor> QuantizedBack(Tensor floats, Quantizer? quantizer);

    private static NotSupportedException NoMode(Embedding layer, string mode) => new($"Layer '{layer.Name}' ({layer.ClassName}): invalid quantization mode. Expected one of int8, int4. Received: quantization_mode={mode}.");

    private Tensor Rows(Tensor indices)
    {
        var y = Vectors(indices);
        return Layer.Lora is { } lora ? lora.AddTo(y, Ops.Take(lora.A, indices, 0), DType) : y;
    }

    private Tensor Back(Tensor x)
    {
        Internal.Require.MinRank(Layer.Name, x.Shape, 1, "…, outputDim");
        Internal.Require.Axis(Layer.Name, x.Shape, -1, Layer.OutputDim);
        return _inputs?.Call(x, -1) is { } integers ? Logits(integers.Outputs, integers.Scale) : Logits(x, Ops.Ones(1, DType));
    }

    private Tensor Capped(Tensor logits) => Layer is ReversibleEmbedding { LogitSoftCap: { } cap } ? Ops.Multiply(Ops.Tanh(Ops.Divide(logits, cap)), cap) : logits;
}
