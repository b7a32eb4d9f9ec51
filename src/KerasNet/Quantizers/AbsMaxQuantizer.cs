using KerasNet.Saving;

namespace KerasNet.Quantizers;

/// <summary>Integers whose greatest absolute value is the end of a range.</summary>
/// <remarks>Python: <c>keras.quantizers.AbsMaxQuantizer</c>.</remarks>
/// <param name="axis">Axes along which numbers share a scale; null: the last one, or those of the call.</param>
/// <param name="valueRange">The integers' range; null: -127 to 127.</param>
/// <param name="epsilon">Added to the greatest value, which may be zero.</param>
/// <param name="outputDtype">Type of the integers.</param>
/// <exception cref="ArgumentException">The range is not one of the type.</exception>
public sealed class AbsMaxQuantizer([OnlyWhenSet] AxisList? axis = null, (int Min, int Max)? valueRange = null, double epsilon = 1e-7, DataType outputDtype = DataType.Int8) : Quantizer(outputDtype)
{
    /// <summary>Axes along which numbers share a scale.</summary>
    public AxisList? Axis { get; } = axis is null ? null : [.. axis];

    /// <summary>The integers' range.</summary>
    public (int Min, int Max)? ValueRange { get; } = outputDtype != DataType.Int8 || valueRange is null or ( >= -128, <= 127) ? valueRange ?? (-127, 127)
        : throw new ArgumentException($"Quantizer with output_dtype='int8' requires value_range to be within the interval [-128, 127]. Received: value_range={valueRange}.", nameof(valueRange));

    /// <summary>Added to the greatest value.</summary>
    public double Epsilon { get; } = epsilon;

    /// <inheritdoc/>
    public override (Tensor Outputs, Tensor Scale) Call(Tensor x, AxisList? axis = null) => AbsMaxQuantize(x, axis ?? Axis ?? [-1], ValueRange, OutputDtype, Epsilon);
}
