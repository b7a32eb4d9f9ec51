using KerasNet.Quantizers;

namespace KerasNet.Layers;

/// <summary>A kernel of 8-bit integers. With inputs that are made integers too, the product is one of integers.</summary>
internal sealed class Int8Kernel : QuantizedForm
{
    private readonly AdaptedLayer _layer;
    private readonly IKernelLayer _parts;
    private readonly KerasVariable _kernel;
    private readonly KerasVariable _scale;
    private readonly Quantizer? _inputs;

    public Int8Kernel(AdaptedLayer layer, IKernelLayer parts, QuantizationConfig? config)
    {
        (_layer, _parts) = (layer, parts);
        _inputs = config is null ? new AbsMaxQuantizer() : config.ActivationQuantizer;
        _kernel = layer.AddFor("kernel", parts.Product.Kernel, "zeros", DataType.Int8);
        _scale = layer.AddFor("kernel_scale", parts.Product.ScaleShape, "ones");
        layer.AdaptedKernel = _kernel;
    }

    public override IReadOnlyList<KerasVariable> Saved => [_kernel, .. _parts.Bias is { } bias ? [bias] : (KerasVariable[])[], _scale];

    public static Int8Kernel Of(AdaptedLayer layer, IKernelLayer parts, QuantizationConfig config)
    {
        var floats = layer.AdaptedKernel;
        var (kernel, scale) = (config.WeightQuantizer ?? new AbsMaxQuantizer(axis: parts.Product.KernelAxes)).Call(floats.ReadNow());
        layer.Drop(floats);
        var form = new Int8Kernel(layer, parts, config);
        form._kernel.Assign(kernel);
        form._scale.Assign(parts.Product.KernelScale(scale));
        return form;
    }

    public override Tensor Call(Tensor x, CallContext context)
    {
        var (product, dtype) = (_parts.Product, _layer.Policy.ComputeDType);
        var multiply = Ops.CustomGradient((Tensor[] t) =>
        {
            var (inputs, scale) = (t[0], t[2]);
            if (_inputs is not null)
            {
                (inputs, var inputScale) = _inputs.Call(inputs, product.InputAxes);
                scale = Ops.Multiply(product.InputScale(inputScale), scale);
            }

            var y = Ops.Divide(Ops.Cast(product.Multiply(inputs, t[1]), dtype), scale);
            return ([y], dy => [product.InputGradient(dy[0], Floats(t[1], t[2], dtype)), null, null]);
        });
        var y = multiply([x, _kernel, _scale])[0];
        y = _layer.Lora is { } lora ? lora.AddTo(y, product.Multiply(x, lora.A), dtype) : y;
        return KernelProduct.Finish(y, _parts.Bias, _parts.Activation);
    }

    public override IReadOnlyDictionary<KerasVariable, Tensor> Merged(LowRank lora)
    {
        var sum = Ops.Add(Floats(_kernel, _scale, _layer.Policy.ComputeDType), lora.Delta());
        var (kernel, scale) = Quantizer.AbsMaxQuantize(sum, _parts.Product.KernelAxes);
        return new Dictionary<KerasVariable, Tensor> { [_kernel] = kernel, [_scale] = Ops.Cast(_parts.Product.KernelScale(scale), _scale.DType) };
    }

    private Tensor Floats(Tensor kernel, Tensor scale, DataType dtype) => Ops.Divide(Ops.Cast(kernel, dtype), _parts.Product.OnKernel(scale));
}
