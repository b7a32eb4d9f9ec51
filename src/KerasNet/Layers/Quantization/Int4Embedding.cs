using KerasNet.Quantizers;

namespace KerasNet.Layers;

/// <summary>Vectors of 4-bit integers, two in a byte, each with a scale, or with a scale and a zero for each block of its numbers.</summary>
internal sealed class Int4Embedding : EmbeddingForm
{
    private readonly KerasVariable _table;
    private readonly BlockScales _scales;
    private readonly KerasVariable? _back;
    private readonly BlockScales? _backScales;

    public Int4Embedding(Embedding layer, QuantizationConfig? config)
        : base(layer, config)
    {
        var (half, size) = ((layer.OutputDim + 1) / 2, BlockScales.SizeOf(layer, config));
        _table = layer.AddFor("embeddings", new TensorShape(layer.InputDim, half), "zeros", DataType.Int8);
        _scales = new BlockScales(layer, "embeddings", layer.OutputDim, layer.InputDim, size, -1);
        layer.AdaptedKernel = _table;
        if (Untied is { } untied)
        {
            _back = layer.AddFor("reverse_embeddings", new TensorShape(half, layer.InputDim), "zeros", DataType.Int8);
            _backScales = new BlockScales(layer, "reverse_embeddings", layer.OutputDim, layer.InputDim, size, 0, ownIndex: false, zeroType: null);
            untied.ReverseEmbeddings = _back;
        }
    }

    public override IReadOnlyList<KerasVariable> Saved => [_table, .. _scales.Saved, .. _back is { } back ? [back, .. _backScales!.Saved] : (KerasVariable[])[]];

    private Tensor Integers => Quantizer.UnpackInt4(_table, Layer.OutputDim, axis: -1);

    private Tensor[] Scales => [.. _scales.Saved.Select(v => (Tensor)v)];

    protected override Tensor Floats() => _scales.Floats(Integers, Scales, DType);

    protected override Tensor Vectors(Tensor indices)
    {
        var (rows, scales) = (Ops.Take(Integers, indices, 0), Scales);
        Tensor[] own = [.. scales.Select((s, i) => i < 2 ? Ops.Take(s, indices, 0) : s)];
        return _scales.Floats(rows, own, DType);
    }

    protected override Tensor Logits(Tensor x, Tensor scale)
    {
        var kernel = _back is { } back ? Quantizer.UnpackInt4(back, Layer.OutputDim) : Ops.Transpose(Integers);
        Tensor[] scales = _backScales is { } own ? [.. own.Saved.Select(v => (Tensor)v)] : [.. Scales.Select((s, i) => i < 2 && _scales.HasBlocks ? Ops.Transpose(s) : s)];
        return _scales.HasBlocks
            ? Ops.Divide(Ops.MatMul(x, Blocks.Floats(Ops.Cast(kernel, DType), scales[0], scales[1], Scales[2], 0)), scale)
            : Ops.Divide(Ops.Cast(Ops.MatMul(x, kernel), DType), Ops.Multiply(scale, scales[0]));
    }

    protected override Dictionary<KerasVariable, Tensor> Quantized(Tensor floats, Quantizer? quantizer) => Packed(_table, _scales, floats, quantizer, -1);

    protected override Dictionary<KerasVariable, Tensor> QuantizedBack(Tensor floats, Quantizer? quantizer) => Packed(_back!, _backScales!, floats, quantizer, 0);

    private static Dictionary<KerasVariable, Tensor> Packed(KerasVariable table, BlockScales scales, Tensor floats, Quantizer? quantizer, int axis)
    {
        var values = scales.Quantized(floats, quantizer, out var integers);
        values[table] = Quantizer.PackInt4(integers, axis).Packed;
        return values;
    }
}
