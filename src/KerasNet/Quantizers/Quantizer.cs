using KerasNet.Internal;

namespace KerasNet.Quantizers;

/// <summary>Turns floats into integers of few bits, with a scale. Converts from names: <c>"abs_max_quantizer"</c>.</summary>
/// <remarks>Python: <c>keras.quantizers.Quantizer</c>. The functions of <c>keras.quantizers</c> are static here.</remarks>
/// <param name="outputDtype">Type of the integers.</param>
public class Quantizer(DataType outputDtype = DataType.Int8)
{
    /// <summary>Type of the integers.</summary>
    public DataType OutputDtype { get; } = outputDtype;

    /// <summary>Quantises a tensor: <c>x ≈ outputs / scale</c>. This class gives it back as it is.</summary>
    /// <param name="x">Floats.</param>
    /// <param name="axis">Axes along which numbers share a scale; null: the quantizer's own.</param>
    public virtual (Tensor Outputs, Tensor Scale) Call(Tensor x, AxisList? axis = null) => (x, Ops.Ones(TensorShape.Scalar, x.DType));

    /// <summary>Integers whose greatest absolute value along the axes is the end of a range, and the scale: <c>inputs ≈ outputs / scale</c>.</summary>
    /// <remarks>Python: <c>keras.quantizers.abs_max_quantize</c>.</remarks>
    /// <param name="inputs">Floats.</param>
    /// <param name="axis">Axes along which numbers share a scale; the scale has size 1 there.</param>
    /// <param name="valueRange">The integers' range; null: -127 to 127.</param>
    /// <param name="dtype">Type of the integers.</param>
    /// <param name="epsilon">Added to the greatest value, which may be zero.</param>
    /// <param name="toNumpy">Whether it is computed now, in host memory: not on tensors of a graph.</param>
    public static (Tensor Outputs, Tensor Scale) AbsMaxQuantize(Tensor inputs, AxisList axis, (int Min, int Max)? valueRange = null, DataType dtype = DataType.Int8, double epsilon = 1e-7, bool toNumpy = false)
    {
        var (min, max) = valueRange ?? (-127, 127);
        inputs = toNumpy ? Value(inputs) : inputs;
        var scale = Ops.Cast(Ops.Divide(max, Ops.Add(Ops.Max(Ops.Abs(inputs), [.. axis], keepdims: true), epsilon)), inputs.DType);
        return (Ops.Cast(Ops.Clip(Ops.Round(Ops.Multiply(inputs, scale)), min, max), dtype), scale);
    }

    /// <summary>Quantises blocks of a matrix's rows, each column of a block with a scale and a zero: <c>inputs ≈ (outputs - zero) · scale</c>.</summary>
    /// <remarks>Python: <c>keras.quantizers.abs_max_quantize_grouped_with_zero_point</c>.</remarks>
    /// <param name="inputs">Floats <c>(rows, columns)</c>.</param>
    /// <param name="blockSize">Rows of a block.</param>
    /// <param name="valueRange">The integers' range; null: -8 to 7.</param>
    /// <param name="dtype">Type of the integers.</param>
    /// <param name="epsilon">Added to the width of a block's values, which may be zero.</param>
    /// <param name="toNumpy">Whether it is computed as Keras does in host memory: blocks of equal values get another scale.</param>
    /// <returns>The integers; scale and zero <c>(blocks, columns)</c>.</returns>
    /// <exception cref="ArgumentException">The inputs are no matrix of known size, or the block is empty.</exception>
    public static (Tensor Outputs, Tensor Scale, Tensor ZeroPoint) AbsMaxQuantizeGroupedWithZeroPoint(
        Tensor inputs, int blockSize, (int Min, int Max)? valueRange = null, DataType dtype = DataType.Int8, double epsilon = 1e-7, bool toNumpy = false) =>
        Blocks.Quantize(toNumpy ? Value(inputs) : inputs, Require.Positive(blockSize), valueRange ?? (-8, 7), dtype, epsilon, toNumpy);

    /// <summary>The scale of 8-bit floats for the greatest value of the last steps.</summary>
    /// <remarks>Python: <c>keras.quantizers.compute_float8_scale</c>.</remarks>
    /// <param name="amax">Greatest absolute value.</param>
    /// <param name="scale">The scale so far, which stays where <paramref name="amax"/> is zero or not finite.</param>
    /// <param name="dtypeMax">Greatest number of the 8-bit type.</param>
    /// <param name="margin">Powers of two that are left free.</param>
    public static Tensor ComputeFloat8Scale(Tensor amax, Tensor scale, Tensor dtypeMax, int margin = 0) => Float8.Scale(amax, scale, dtypeMax, margin);

    /// <summary>The history with the greatest absolute value of a tensor in front.</summary>
    /// <remarks>Python: <c>keras.quantizers.compute_float8_amax_history</c>.</remarks>
    public static Tensor ComputeFloat8AmaxHistory(Tensor x, Tensor amaxHistory) => Float8.History(x, amaxHistory);

    /// <summary>Rounds numbers to those that 8-bit floats can hold.</summary>
    /// <remarks>Python: <c>keras.quantizers.quantize_and_dequantize</c>.</remarks>
    /// <param name="inputs">Floats.</param>
    /// <param name="scale">Divides them before and multiplies them after.</param>
    /// <param name="quantizedDtype"><c>float8_e4m3fn</c> or <c>float8_e5m2</c>.</param>
    /// <param name="computeDtype">Type of the result.</param>
    /// <exception cref="ArgumentException">The type is another one.</exception>
    public static Tensor QuantizeAndDequantize(Tensor inputs, Tensor scale, string quantizedDtype, DataType computeDtype) => Float8.Of(quantizedDtype).Rounded(inputs, scale, computeDtype);

    /// <summary>Rounds numbers to the steps that integers between two limits would have; gradients pass to numbers within the limits, and to the limits from those outside.</summary>
    /// <remarks>Python: <c>keras.quantizers.fake_quant_with_min_max_vars</c>.</remarks>
    /// <param name="inputs">Floats.</param>
    /// <param name="minVals">Lower limit: a number, or one for each channel.</param>
    /// <param name="maxVals">Upper limit.</param>
    /// <param name="numBits">Bits of the integers: 2 to 16.</param>
    /// <param name="narrowRange">Whether the lowest integer is not used.</param>
    /// <param name="axis">Axis of the channels; null: limits are numbers.</param>
    /// <exception cref="ArgumentException">Limits do not fit the inputs, or the number of bits is another one.</exception>
    public static Tensor FakeQuantWithMinMaxVars(Tensor inputs, Tensor minVals, Tensor maxVals, int numBits = 8, bool narrowRange = false, int? axis = null) =>
        FakeQuant.Apply(inputs, minVals, maxVals, Require.InRange(numBits, 2, 16), narrowRange, axis);

    /// <summary>Two integers from -8 to 7 in each byte, the lower half first.</summary>
    /// <remarks>Python: <c>keras.quantizers.pack_int4</c>.</remarks>
    /// <param name="arr">Values of the type <paramref name="dtype"/>.</param>
    /// <param name="axis">The axis that becomes half as long.</param>
    /// <param name="dtype"><c>int8</c> or <c>uint8</c>.</param>
    /// <returns>The bytes, their shape, and the axis's length before.</returns>
    /// <exception cref="ArgumentException">The type is another one.</exception>
    public static (Tensor Packed, TensorShape PackedShape, int OrigLen) PackInt4(Tensor arr, int axis = 0, DataType dtype = DataType.Int8) => Int4.Pack(arr, axis, dtype);

    /// <summary>The integers that <see cref="PackInt4"/> put together.</summary>
    /// <remarks>Python: <c>keras.quantizers.unpack_int4</c>.</remarks>
    /// <param name="packed">Bytes of two integers.</param>
    /// <param name="origLen">The axis's length before.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="dtype"><c>int8</c>: -8 to 7; <c>uint8</c>: 0 to 15.</param>
    /// <exception cref="ArgumentException">A type is another one.</exception>
    public static Tensor UnpackInt4(Tensor packed, int origLen, int axis = 0, DataType dtype = DataType.Int8) => Int4.Unpack(packed, origLen, axis, dtype);

    private static Tensor Value(Tensor x) => x.IsConcrete ? x : throw x.NoValue("inputs");

    /// <summary>A known quantizer by name.</summary>
    /// <exception cref="ArgumentException">The name is unknown.</exception>
    public static implicit operator Quantizer(string name) => name is "Quantizer" or "quantizer" ? new Quantizer() : Catalog<Quantizer>.Get(name);
}
