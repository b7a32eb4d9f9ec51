using System.Runtime.CompilerServices;

namespace KerasNet;

/// <summary>Keras's random functions: the numbers of Keras on TensorFlow for the same seed, on every backend.</summary>
/// <remarks>Python: <c>keras.random</c>. A seed is a number (the same numbers with each call), a <see cref="SeedGenerator"/>, or null: the scope's own generator.</remarks>
public static class RandomOps
{
    /// <summary>Numbers from <paramref name="minval"/> to before <paramref name="maxval"/>, all equally likely.</summary>
    /// <remarks>Python: <c>keras.random.uniform</c>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="dtype"/> is not a floating-point type.</exception>
    [OverloadResolutionPriority(1)]
    public static Tensor Uniform(TensorShape shape, double minval = 0, double maxval = 1, DataType? dtype = null, RandomSeed? seed = null) =>
        Uniform(RawOps.Constant(shape.Dims), minval, maxval, Floating(dtype, "uniform"), seed);

    /// <summary>Uniform numbers in a shape that is put together from dimensions: <c>Ops.Shape(x)</c>.</summary>
    public static Tensor Uniform(ReadOnlySpan<Tensor> shape, double minval = 0, double maxval = 1, DataType? dtype = null, RandomSeed? seed = null) =>
        Uniform(RawOps.Dims(shape), minval, maxval, Floating(dtype, "uniform"), seed);

    /// <summary>Normal numbers.</summary>
    /// <remarks>Python: <c>keras.random.normal</c>.</remarks>
    [OverloadResolutionPriority(1)]
    public static Tensor Normal(TensorShape shape, double mean = 0, double stddev = 1, DataType? dtype = null, RandomSeed? seed = null) =>
        Scaled(RawOps.StatelessRandomNormalV2(RawOps.Constant(shape.Dims), RandomSeed.Draw(seed), Floating(dtype, "normal")), mean, stddev);

    /// <summary>Normal numbers in a shape that is put together from dimensions: <c>Ops.Shape(x)</c>.</summary>
    public static Tensor Normal(ReadOnlySpan<Tensor> shape, double mean = 0, double stddev = 1, DataType? dtype = null, RandomSeed? seed = null) =>
        Scaled(RawOps.StatelessRandomNormalV2(RawOps.Dims(shape), RandomSeed.Draw(seed), Floating(dtype, "normal")), mean, stddev);

    /// <summary>Normal numbers, drawn again where they lie more than two standard deviations from the mean.</summary>
    /// <remarks>Python: <c>keras.random.truncated_normal</c>.</remarks>
    [OverloadResolutionPriority(1)]
    public static Tensor TruncatedNormal(TensorShape shape, double mean = 0, double stddev = 1, DataType? dtype = null, RandomSeed? seed = null) =>
        Scaled(RawOps.StatelessTruncatedNormalV2(RawOps.Constant(shape.Dims), RandomSeed.Draw(seed), Floating(dtype, "truncated_normal")), mean, stddev);

    /// <summary>Truncated normal numbers in a shape that is put together from dimensions.</summary>
    public static Tensor TruncatedNormal(ReadOnlySpan<Tensor> shape, double mean = 0, double stddev = 1, DataType? dtype = null, RandomSeed? seed = null) =>
        Scaled(RawOps.StatelessTruncatedNormalV2(RawOps.Dims(shape), RandomSeed.Draw(seed), Floating(dtype, "truncated_normal")), mean, stddev);

    /// <summary>Integers from <paramref name="minval"/> to before <paramref name="maxval"/>.</summary>
    /// <remarks>Python: <c>keras.random.randint</c>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="dtype"/> is not an integer type, or the range is empty.</exception>
    [OverloadResolutionPriority(1)]
    public static Tensor Randint(TensorShape shape, long minval, long maxval, DataType dtype = DataType.Int32, RandomSeed? seed = null) =>
        Randint(RawOps.Constant(shape.Dims), minval, maxval, dtype, seed);

    /// <summary>Integers in a shape that is put together from dimensions: <c>Ops.Shape(x)</c>.</summary>
    public static Tensor Randint(ReadOnlySpan<Tensor> shape, long minval, long maxval, DataType dtype = DataType.Int32, RandomSeed? seed = null) =>
        Randint(RawOps.Dims(shape), minval, maxval, dtype, seed);

    /// <summary>Sets a random part of the elements to zero and scales the others by <c>1 / (1 - rate)</c>.</summary>
    /// <remarks>Python: <c>keras.random.dropout</c>.</remarks>
    /// <param name="inputs">Floats.</param>
    /// <param name="rate">Part that is set to zero, from 0 to 1.</param>
    /// <param name="noiseShape">Shape of the random mask, which broadcasts; unknown dimensions are the input's; null: the input's shape.</param>
    /// <param name="seed">The seed.</param>
    public static Tensor Dropout(Tensor inputs, double rate, TensorShape? noiseShape = null, RandomSeed? seed = null)
    {
        if (rate is 0 or 1)
        {
            return rate == 0 ? inputs : RawOps.ZerosLike(inputs);
        }

        var drawn = RandomSeed.Draw(seed);
        var shape = noiseShape is null
            ? RawOps.Shape(inputs)
            : RawOps.Dims([.. Enumerable.Range(0, noiseShape.Rank).Select(i => noiseShape[i] < 0 ? RawOps.Dim(inputs, i) : RawOps.Scalar(noiseShape[i]))]);
        var uniform = RawOps.StatelessRandomUniformV2(shape, drawn, inputs.DType);
        var kept = RawOps.GreaterEqual(uniform, RawOps.Scalar(rate, inputs.DType));
        return RawOps.SelectV2(kept, RawOps.Mul(inputs, RawOps.Scalar(1 / (1 - rate), inputs.DType)), RawOps.Scalar(0, inputs.DType));
    }

    /// <summary>Classes drawn by the logits of each row.</summary>
    /// <remarks>Python: <c>keras.random.categorical</c>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="logits"/> is not a matrix.</exception>
    public static Tensor Categorical(Tensor logits, int numSamples, DataType dtype = DataType.Int32, RandomSeed? seed = null) => logits.Rank == 2
        ? RawOps.Cast(RawOps.StatelessMultinomial(logits, RawOps.Scalar(numSamples), RandomSeed.Draw(seed)), dtype)
        : throw new ArgumentException($"`logits` should be a 2-D tensor with shape [batch_size, num_classes]. Received: logits.shape={logits.Shape}", nameof(logits));

    /// <summary>The slices along an axis in random order.</summary>
    /// <remarks>Python: <c>keras.random.shuffle</c>.</remarks>
    public static Tensor Shuffle(Tensor x, int axis = 0, RandomSeed? seed = null)
    {
        var at = x.Shape.Axis(axis);
        var keys = RawOps.StatelessRandomUniformV2(RawOps.Dims(RawOps.Dim(x, at)), RandomSeed.Draw(seed), DataType.Float32);
        return RawOps.GatherV2(x, Ops.Argsort(keys), at);
    }

    /// <summary>Gamma numbers of scale 1.</summary>
    /// <remarks>Python: <c>keras.random.gamma</c>.</remarks>
    /// <param name="shape">Shape of the result; its last axes are those of <paramref name="alpha"/>.</param>
    /// <param name="alpha">Shape parameter of the distribution.</param>
    /// <param name="dtype">Floating-point type; the default one when null.</param>
    /// <param name="seed">The seed.</param>
    public static Tensor Gamma(TensorShape shape, Tensor alpha, DataType? dtype = null, RandomSeed? seed = null) =>
        Gamma(RawOps.Constant(shape.Dims), alpha, Floating(dtype, "gamma"), RandomSeed.Draw(seed));

    /// <summary>Beta numbers.</summary>
    /// <remarks>Python: <c>keras.random.beta</c>.</remarks>
    [OverloadResolutionPriority(1)]
    public static Tensor Beta(TensorShape shape, Tensor alpha, Tensor beta, DataType? dtype = null, RandomSeed? seed = null) =>
        Beta(RawOps.Constant(shape.Dims), alpha, beta, Floating(dtype, "beta"), RandomSeed.Draw(seed));

    /// <summary>Beta numbers in a shape that is put together from dimensions: <c>Ops.Shape(x)</c>.</summary>
    public static Tensor Beta(ReadOnlySpan<Tensor> shape, Tensor alpha, Tensor beta, DataType? dtype = null, RandomSeed? seed = null) =>
        Beta(RawOps.Dims(shape), alpha, beta, Floating(dtype, "beta"), RandomSeed.Draw(seed));

    /// <summary>Numbers of successes in trials.</summary>
    /// <remarks>Python: <c>keras.random.binomial</c>.</remarks>
    /// <param name="shape">Shape of the result; its last axes are those to which counts and probabilities broadcast.</param>
    /// <param name="counts">Numbers of trials.</param>
    /// <param name="probabilities">Probabilities of success.</param>
    /// <param name="dtype">Floating-point type; the default one when null.</param>
    /// <param name="seed">The seed.</param>
    public static Tensor Binomial(TensorShape shape, Tensor counts, Tensor probabilities, DataType? dtype = null, RandomSeed? seed = null)
    {
        var type = Floating(dtype, "binomial");
        var own = type == DataType.Float64 ? type : DataType.Float32;
        var given = probabilities.DType == DataType.Float64 ? DataType.Float64 : DataType.Float32;
        return RawOps.Cast(
            RawOps.StatelessRandomBinomial(RawOps.Constant(shape.Dims), RandomSeed.Draw(seed), RawOps.Cast(counts, given), RawOps.Cast(probabilities, given), own),
            type);
    }

    private static Tensor Randint(Tensor shape, long minval, long maxval, DataType dtype, RandomSeed? seed)
    {
        if (!dtype.IsInteger())
        {
            throw new ArgumentException($"`keras.random.randint` requires an integer `dtype`. Received: dtype={dtype.Name()}", nameof(dtype));
        }

        var own = dtype == DataType.Int32 ? DataType.Int32 : DataType.Int64;
        var (low, high) = (RawOps.Cast(Tensor.Create([minval], TensorShape.Scalar), own), RawOps.Cast(Tensor.Create([maxval], TensorShape.Scalar), own));
        return RawOps.Cast(RawOps.StatelessRandomUniformIntV2(shape, RandomSeed.Draw(seed), low, high), dtype);
    }

    private static Tensor Beta(Tensor shape, Tensor alpha, Tensor beta, DataType type, Tensor seed)
    {
        var a = Gamma(shape, RawOps.BroadcastTo(RawOps.Cast(alpha, type), shape), type, seed);
        var b = Gamma(shape, RawOps.BroadcastTo(RawOps.Cast(beta, type), shape), type, RawOps.AddV2(seed, RawOps.Scalar(12)));
        return RawOps.RealDiv(a, RawOps.AddV2(a, b));
    }

    private static Tensor Gamma(Tensor shape, Tensor alpha, DataType dtype, Tensor seed)
    {
        // 16-bit types are drawn as float32; a number is never smaller than the smallest normal one.
        var own = dtype == DataType.Float64 ? dtype : DataType.Float32;
        var least = dtype == DataType.Float64 ? 2.2250738585072014e-308 : 1.1754943508222875e-38;
        var y = RawOps.StatelessRandomGammaV3(shape, seed, RawOps.Cast(alpha, own));
        return RawOps.Cast(RawOps.Maximum(RawOps.Scalar(least, own), y), dtype);
    }

    private static Tensor Uniform(Tensor shape, double minval, double maxval, DataType dtype, RandomSeed? seed)
    {
        var (low, high) = (RawOps.Scalar(minval, dtype), RawOps.Scalar(maxval, dtype));
        return RawOps.AddV2(RawOps.Mul(RawOps.StatelessRandomUniformV2(shape, RandomSeed.Draw(seed), dtype), RawOps.Sub(high, low)), low);
    }

    private static Tensor Scaled(Tensor x, double mean, double stddev) =>
        RawOps.AddV2(RawOps.Mul(x, RawOps.Scalar(stddev, x.DType)), RawOps.Scalar(mean, x.DType));

    private static DataType Floating(DataType? dtype, string function) => (dtype ?? Keras.Config.FloatX) is var type && type.IsFloating()
        ? type
        : throw new ArgumentException($"`keras.random.{function}` requires a floating point `dtype`. Received: dtype={type.Name()}", nameof(dtype));
}
