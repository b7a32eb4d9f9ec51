using KerasNet.Quantizers;

namespace KerasNet.Layers;

/// <summary>The scales of a matrix of 4-bit integers: one for each column, or for each column of each block of rows one with a zero; the matrix may lie on its side.</summary>
internal sealed class BlockScales
{
    private readonly KerasVariable _scale;
    private readonly KerasVariable? _zero;
    private readonly KerasVariable? _index;
    private readonly int? _size;
    private readonly int _axis;

    /// <summary>Makes the variables.</summary>
    /// <param name="layer">The layer that has them.</param>
    /// <param name="name">Name of the matrix.</param>
    /// <param name="rows">Length of the axis that has blocks.</param>
    /// <param name="columns">Length of the other.</param>
    /// <param name="size">Rows of a block; null: no blocks.</param>
    /// <param name="axis">Axis of the rows: 0, or -1 for an embedding.</param>
    /// <param name="ownIndex">Whether there is a variable that says which block a row belongs to.</param>
    /// <param name="zeroType">Type in which zeros are kept.</param>
    public BlockScales(AdaptedLayer layer, string name, int rows, int columns, int? size, int axis, bool ownIndex = true, DataType? zeroType = DataType.Int8)
    {
        (_size, _axis) = (size, axis);
        var blocks = size is { } s ? (rows + s - 1) / s : 0;
        var shape = size is null ? new TensorShape(columns) : axis == 0 ? new TensorShape(blocks, columns) : new TensorShape(columns, blocks);
        _scale = layer.AddFor(name + "_scale", shape, "ones");
        if (size is null)
        {
            return;
        }

        _zero = layer.AddFor(name + "_zero", shape, "zeros", zeroType);
        if (ownIndex)
        {
            _index = layer.AddFor("g_idx", rows, "zeros", DataType.Float32);
            _index.Assign(Ops.FloorDivide(Ops.Arange(rows, dtype: DataType.Float32), size.Value));
        }
    }

    /// <summary>Whether there are blocks.</summary>
    public bool HasBlocks => _size is not null;

    /// <summary>The variables in the order of files.</summary>
    public IReadOnlyList<KerasVariable> Saved => [.. new[] { _scale, _zero, _index }.OfType<KerasVariable>()];

    /// <summary>Rows of a block, as the config or the policy says; null: no blocks.</summary>
    public static int? SizeOf(AdaptedLayer layer, QuantizationConfig? config) =>
        (config is Int4QuantizationConfig given ? given.BlockSize : (layer.Policy as Int4DTypePolicy)?.BlockSize) is > 0 and var size ? size : null;

    /// <summary>The floats of a matrix.</summary>
    /// <param name="matrix">Integers.</param>
    /// <param name="scales">Values of the variables; the index last.</param>
    /// <param name="dtype">Type of the result.</param>
    public Tensor Floats(Tensor matrix, Tensor[] scales, DataType dtype) => HasBlocks
        ? Blocks.Floats(_axis == 0 ? matrix : Ops.Cast(matrix, dtype), scales[0], scales[1], scales[2], _axis)
        : Ops.Divide(Ops.Cast(matrix, dtype), _axis == 0 ? scales[0] : Ops.ExpandDims(scales[0], -1));

    /// <summary>The variables' values for a matrix of floats.</summary>
    /// <param name="matrix">Floats.</param>
    /// <param name="quantizer">What makes the integers where there are no blocks; null: by the greatest absolute value.</param>
    /// <param name="integers">The integers.</param>
    public Dictionary<KerasVariable, Tensor> Quantized(Tensor matrix, Quantizer? quantizer, out Tensor integers)
    {
        if (_size is { } size)
        {
            Tensor Turned(Tensor t) => _axis == 0 ? t : Ops.Transpose(t);
            var (values, scales, zeros) = Quantizer.AbsMaxQuantizeGroupedWithZeroPoint(Turned(matrix), size, toNumpy: true);
            integers = Turned(values);
            return new Dictionary<KerasVariable, Tensor> { [_scale] = Ops.Cast(Turned(scales), _scale.DType), [_zero!] = Ops.Cast(Turned(zeros), _zero!.DType) };
        }

        (integers, var scale) = (quantizer ?? new AbsMaxQuantizer(axis: _axis, valueRange: (-8, 7))).Call(matrix);
        return new Dictionary<KerasVariable, Tensor> { [_scale] = Ops.Cast(Ops.Squeeze(scale, _axis), _scale.DType) };
    }
}
