using KerasNet.Quantizers;

namespace KerasNet.Layers;

/// <summary>A kernel of 4-bit integers, two in a byte: a matrix whose columns have one scale, or a scale and a zero for each block of rows.</summary>
internal sealed class Int4Kernel : QuantizedForm
{
    private readonly AdaptedLayer _layer;
    private readonly IKernelLayer _parts;
    private readonly KerasVariable _kernel;
    private readonly BlockScales _scales;
    private readonly Quantizer? _inputs;
    private readonly int _columns;

    public Int4Kernel(AdaptedLayer layer, IKernelLayer parts, QuantizationConfig? config)
    {
        (_layer, _parts) = (layer, parts);
        _inputs = config?.ActivationQuantizer;
        (var rows, _columns) = parts.Product.Matrix;
        _kernel = layer.AddFor("kernel", new TensorShape(rows, (_columns + 1) / 2), "zeros", DataType.Int8);
        _scales = new BlockScales(layer, "kernel", rows, _columns, BlockScales.SizeOf(layer, config), 0);
        layer.AdaptedKernel = _kernel;
    }

    public override IReadOnlyList<KerasVariable> Saved => [_kernel, .. _parts.Bias is { } bias ? [bias] : (KerasVariable[])[], .. _scales.Saved];

    public static Int4Kernel Of(AdaptedLayer layer, IKernelLayer parts, QuantizationConfig config)
    {
        var floats = layer.AdaptedKernel;
        var (rows, columns) = parts.Product.Matrix;
        var matrix = Ops.Reshape(floats.ReadNow(), new TensorShape(rows, columns));
        layer.Drop(floats);
        var form = new Int4Kernel(layer, parts, config);
        foreach (var (variable, value) in form.Quantized(matrix, parts.Product is DenseProduct ? config.WeightQuantizer : null))
        {
            variable.Assign(value);
        }

        return form;
    }

    public override Tensor Call(Tensor x, CallContext context)
    {
        var (product, dtype) = (_parts.Product, _layer.Policy.ComputeDType);
        Tensor Floats(Tensor matrix, Tensor[] scales) => Ops.Reshape(Ops.Cast(_scales.Floats(matrix, scales, dtype), dtype), product.Kernel);
        var multiply = Ops.CustomGradient((Tensor[] t) =>
        {
            var matrix = Quantizer.UnpackInt4(t[1], _columns, axis: -1);
            Tensor[] scales = t[2..];
            Tensor y;
            if (_scales.HasBlocks)
            {
                y = product.Multiply(t[0], Floats(matrix, scales));
            }
            else if (_inputs?.Call(t[0], product.InputAxes) is { } inputs)
            {
                y = product.MultiplyMatrix(inputs.Outputs, product.InputScale(inputs.Scale), matrix, scales[0], dtype);
            }
            else
            {
                y = product.MultiplyMatrix(t[0], null, matrix, scales[0], dtype);
            }

            return ([y], dy => [product.InputGradient(dy[0], Floats(matrix, scales))]);
        });
        var y = multiply([x, _kernel, .. _scales.Saved.Select(v => (Tensor)v)])[0];
        y = _layer.Lora is { } lora ? lora.AddTo(y, product.Multiply(x, lora.A), dtype) : y;
        return KernelProduct.Finish(y, _parts.Bias, _parts.Activation);
    }

    public override IReadOnlyDictionary<KerasVariable, Tensor> Merged(LowRank lora)
    {
        var floats = _scales.Floats(Quantizer.UnpackInt4(_kernel, _columns, axis: -1), [.. _scales.Saved.Select(v => (Tensor)v)], _layer.Policy.ComputeDType);
        var (rows, columns) = _parts.Product.Matrix;
        return Quantized(Ops.Reshape(Ops.Add(Ops.Reshape(floats, _parts.Product.Kernel), lora.Delta()), new TensorShape(rows, columns)), null);
    }

    private Dictionary<KerasVariable, Tensor> Quantized(Tensor matrix, Quantizer? quantizer)
    {
        var values = _scales.Quantized(matrix, quantizer, out var integers);
        values[_kernel] = Quantizer.PackInt4(integers, axis: -1).Packed;
        return values;
    }
}
