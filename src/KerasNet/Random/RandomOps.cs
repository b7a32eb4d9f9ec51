namespace KerasNet;

/// <summary>Keras's random functions: the same numbers as Keras on TensorFlow for the same seed.</summary>
/// <remarks>Python: <c>keras.random</c>.</remarks>
public static partial class RandomOps
{
    /// <summary>Sets a random part of a tensor to zero and scales the rest by <c>1 / (1 - rate)</c>.</summary>
    /// <param name="inputs">Any floating-point tensor.</param>
    /// <param name="rate">Fraction set to zero.</param>
    /// <param name="noiseShape">Shape of the random mask, which broadcasts; null: that of the input.</param>
    /// <param name="seed">Where the seed comes from; null: a new one of the scope.</param>
    /// <remarks>Python: <c>keras.random.dropout</c>.</remarks>
    public static Tensor Dropout(Tensor inputs, double rate, TensorShape? noiseShape = null, SeedGenerator? seed = null)
    {
        var state = (seed ?? new SeedGenerator()).Next();
        var shape = noiseShape is null ? RawOps.Shape(inputs) : NoiseShape(inputs, noiseShape);
        var uniform = RawOps.StatelessRandomUniformV2(shape, RawOps.Cast(state, DataType.Int32), inputs.DType);
        var keep = RawOps.GreaterEqual(uniform, RawOps.Scalar(rate, inputs.DType));
        var scaled = RawOps.Mul(inputs, RawOps.Scalar(1 / (1 - rate), inputs.DType));
        return RawOps.SelectV2(keep, scaled, RawOps.Scalar(0, inputs.DType));
    }

    private static Tensor NoiseShape(Tensor inputs, TensorShape noiseShape) => noiseShape.IsFullyDefined
        ? RawOps.Constant(noiseShape.Dims)
        : RawOps.Pack([.. Enumerable.Range(0, noiseShape.Rank).Select(i => noiseShape[i] >= 0 ? RawOps.Scalar(noiseShape[i]) : RawOps.Shape(inputs)[i])], 0);
}
