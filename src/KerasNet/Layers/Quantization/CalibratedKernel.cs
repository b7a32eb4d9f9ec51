using KerasNet.Quantizers;

namespace KerasNet.Layers;

/// <summary>A kernel that GPTQ or AWQ has quantised: the transposed matrix, a scale and a zero for each column of each group of rows, and for AWQ the factors of the rows.</summary>
internal sealed class CalibratedKernel : QuantizedForm
{
    private readonly AdaptedLayer _layer;
    private readonly IKernelLayer _parts;
    private readonly KerasVariable _kernel;
    private readonly KerasVariable _scale;
    private readonly KerasVariable _zero;
    private readonly KerasVariable _index;
    private readonly KerasVariable? _factors;
    private readonly int _bits;
    private KerasVariable? _floats;
    private ICalibration? _calibration;

    /// <summary>Makes the variables.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="config">Bits and groups; null: the policy says them.</param>
    /// <param name="floats">The kernel with which the layer computes until it is calibrated; null: values come from a file.</param>
    public CalibratedKernel(AdaptedLayer layer, IKernelLayer parts, CalibrationConfig? config, KerasVariable? floats)
    {
        (_layer, _parts, _floats) = (layer, parts, floats);
        var isAwq = config is AWQConfig || layer.Policy is AWQDTypePolicy;
        (_bits, var group) = (config, layer.Policy) switch
        {
            ({ } c, _) => (c.WeightBits, c.GroupSize),
            (_, GPTQDTypePolicy p) => (p.WeightBits, p.GroupSize),
            (_, AWQDTypePolicy p) => (p.WeightBits, p.GroupSize),
            _ => throw new ArgumentException($"Layer '{layer.Name}' needs a policy with bits and group size, as gptq/4/128_from_float32. Received: {layer.Policy.Name}."),
        };
        var (rows, columns) = parts.Product.CalibratedMatrix;
        var groups = new TensorShape(columns, group < 0 ? 1 : (rows + group - 1) / group);
        _kernel = layer.AddFor("kernel", new TensorShape(_bits == 4 ? (columns + 1) / 2 : columns, rows), "zeros", DataType.UInt8);
        _scale = layer.AddFor("kernel_scale", groups, "ones");
        _zero = layer.AddFor(parts.Product is DenseProduct ? "kernel_zero" : "zero_point", groups, "zeros", DataType.UInt8);
        _factors = isAwq ? layer.AddFor("awq_scales", rows, "ones") : null;
        _index = layer.AddFor("g_idx", rows, "zeros", DataType.Float32);
        layer.AdaptedKernel = floats ?? _kernel;
    }

    public override IReadOnlyList<KerasVariable> Saved => [.. _parts.Bias is { } bias ? [bias] : (KerasVariable[])[], _kernel, _scale, _zero, .. _factors is { } f ? [f] : (KerasVariable[])[], _index];

    public override string WhyMissing => "Keras 3.15 leaves the zeros of kernels that GPTQ or AWQ quantised out of its files, and cannot read such files itself.";

    /// <summary>From now on inputs go into statistics.</summary>
    public void Watch(CalibrationConfig config) => _calibration = config is GPTQConfig gptq ? new Gptq(gptq, Matrix[0]) : new Awq((AWQConfig)config, Matrix[0]);

    /// <summary>Quantises by the inputs that were seen, and lets the floats go.</summary>
    public void Calibrate()
    {
        using var uncast = AutoCast.Enter(DataType.None);
        var values = _calibration!.Quantize(Ops.Reshape(_floats!.ReadNow(), Matrix));
        var bytes = Ops.Cast(values.Integers, DataType.UInt8);
        WeightValues.Write([_kernel, _scale, _zero, _index], [_bits == 4 ? Quantizer.PackInt4(bytes, 0, DataType.UInt8).Packed : bytes, values.Scale, values.Zero, values.Index]);
        if (values.Factors is { } factors)
        {
            _factors!.Assign(factors);
        }

        _calibration = null;
        Loaded();
    }

    public override void CheckSaved()
    {
        if (_floats is not null)
        {
            throw new InvalidOperationException($"Layer '{_layer.Name}' waits for its calibration: it has no integers yet that could be saved. Quantise it by Model.Quantize, among the blocks of a QuantizationLayerStructure.");
        }
    }

    public override void Loaded()
    {
        if (_floats is { } floats)
        {
            _layer.Drop(floats);
            _layer.AdaptedKernel = _kernel;
            _floats = null;
        }
    }

    public override Tensor Call(Tensor x, CallContext context)
    {
        _calibration?.See(Ops.Reshape(x, new TensorShape(-1, Matrix[0])));
        return KernelProduct.Finish(_parts.Product.Multiply(x, _floats is { } floats ? floats : Restored()), _parts.Bias, _parts.Activation);
    }

    private Tensor Restored()
    {
        Tensor kernel = _bits == 4 ? Quantizer.UnpackInt4(_kernel, Matrix[1], 0, DataType.UInt8) : _kernel;
        kernel = Ops.Transpose(Blocks.Floats(kernel, _scale, _zero, _index, -1));
        kernel = _factors is { } factors ? Ops.Divide(kernel, Ops.ExpandDims(factors, -1)) : kernel;
        return Ops.Reshape(kernel, _parts.Product.Kernel);
    }

    private TensorShape Matrix => _parts.Product.CalibratedMatrix is var (rows, columns) ? new TensorShape(rows, columns) : TensorShape.Scalar;
}
