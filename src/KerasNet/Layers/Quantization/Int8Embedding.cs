using KerasNet.Quantizers;

namespace KerasNet.Layers;

/// <summary>Vectors of 8-bit integers, each with a scale.</summary>
internal sealed class Int8Embedding : EmbeddingForm
{
    private readonly KerasVariable _table;
    private readonly KerasVariable _scale;
    private readonly KerasVariable? _back;
    private readonly KerasVariable? _backScale;

    public Int8Embedding(Embedding layer, QuantizationConfig? config)
        : base(layer, config)
    {
        _table = layer.AddFor("embeddings", new TensorShape(layer.InputDim, layer.OutputDim), "zeros", DataType.Int8);
        _scale = layer.AddFor("embeddings_scale", layer.InputDim, "ones");
        layer.AdaptedKernel = _table;
        if (Untied is { } untied)
        {
            _back = layer.AddFor("reverse_embeddings", new TensorShape(layer.OutputDim, layer.InputDim), "zeros", DataType.Int8);
            _backScale = layer.AddFor("reverse_embeddings_scale", layer.InputDim, "ones");
            untied.ReverseEmbeddings = _back;
        }
    }

    public override IReadOnlyList<KerasVariable> Saved => [.. new[] { _table, _scale, _back, _backScale }.OfType<KerasVariable>()];

    protected override Tensor Floats() => Ops.Divide(Ops.Cast(_table, DType), Ops.ExpandDims(_scale, -1));

    protected override Tensor Vectors(Tensor indices) => Ops.Divide(Ops.Cast(Ops.Take(_table, indices, 0), DType), Ops.ExpandDims(Ops.Take(_scale, indices, 0), -1));

    protected override Tensor Logits(Tensor x, Tensor scale)
    {
        Tensor kernel = _back is { } back ? back : Ops.Transpose(_table);
        return Ops.Divide(Ops.Cast(Ops.MatMul(x, kernel), DType), Ops.Multiply(scale, _backScale ?? _scale));
    }

    protected override Dictionary<KerasVariable, Tensor> Quantized(Tensor floats, Quantizer? quantizer)
    {
        var (values, scale) = (quantizer ?? new AbsMaxQuantizer(axis: -1)).Call(floats);
        return new Dictionary<KerasVariable, Tensor> { [_table] = values, [_scale] = Ops.Cast(Ops.Squeeze(scale, -1), _scale.DType) };
    }

    protected override Dictionary<KerasVariable, Tensor> QuantizedBack(Tensor floats, Quantizer? quantizer)
    {
        var (values, scale) = (quantizer ?? new AbsMaxQuantizer(axis: 0)).Call(floats);
        return new Dictionary<KerasVariable, Tensor> { [_back!] = values, [_backScale!] = Ops.Squeeze(scale, 0) };
    }
}
