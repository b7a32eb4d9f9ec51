using System.Numerics.Tensors;
using KerasNet.Backends.Managed;

namespace KerasNet.Initializers;

/// <summary>An initializer that draws numbers: TensorFlow's stateless generator, so that a seed gives Keras's numbers, on every backend.</summary>
/// <remarks>Two calls of one object give the same numbers, as in Keras.</remarks>
public abstract class RandomInitializer : Initializer
{
    private readonly long _seed;

    /// <summary>Keeps the seed; draws one where none is given.</summary>
    protected RandomInitializer(int? seed)
    {
        Seed = seed;
        _seed = seed ?? Keras.State.NextSeed();
    }

    /// <summary>The seed that was given; null where Keras chose one.</summary>
    public int? Seed { get; }

    /// <summary>The seed that is used: the one given, or drawn.</summary>
    private protected long Drawn => _seed;

    private protected Tensor Normal(TensorShape shape, DataType dtype, double mean, double stddev) => Draw(shape, dtype, Distribution.Normal, stddev, mean);

    private protected Tensor TruncatedNormal(TensorShape shape, DataType dtype, double mean, double stddev) => Draw(shape, dtype, Distribution.TruncatedNormal, stddev, mean);

    private protected Tensor Uniform(TensorShape shape, DataType dtype, double minval, double maxval) =>
        dtype == DataType.Float64 ? Draw(shape, dtype, Distribution.Uniform, maxval - minval, minval) : Draw(shape, dtype, Distribution.Uniform, (float)maxval - (float)minval, minval);

    private enum Distribution
    {
        Uniform,
        Normal,
        TruncatedNormal,
    }

    // The low bits of the seed, as Keras hands them to TensorFlow's 32-bit seeds.
    private PhiloxKey Key => PhiloxKey.FromSeed(((_seed % (int.MaxValue - 1)) + (int.MaxValue - 1)) % (int.MaxValue - 1), 0);

    private Tensor Draw(TensorShape shape, DataType dtype, Distribution distribution, double scale, double shift)
    {
        switch (dtype)
        {
            case DataType.Float32:
                return Draw(Tensor.Allocate(dtype, shape), distribution, (float)scale, (float)shift);
            case DataType.Float64:
                return Draw(Tensor.Allocate(dtype, shape), distribution, scale, shift);
            case DataType.Float16 or DataType.BFloat16:
                var narrow = Tensor.Allocate(dtype, shape);
                CastOp.Convert(Draw(Tensor.Allocate(DataType.Float32, shape), distribution, (float)scale, (float)shift), narrow);
                return narrow;
            default:
                throw new ArgumentException($"{GetType().Name} makes floating-point numbers. Received: dtype={dtype.Name()}. Use Zeros, Ones or Constant for such a weight.", nameof(dtype));
        }
    }

    private unsafe Tensor Draw<T>(Tensor tensor, Distribution distribution, T scale, T shift)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var values = tensor.Writable<T>();
        if (values.Length == 0)
        {
            return tensor;
        }

        var to = (T*)tensor.Pointer;
        switch (distribution)
        {
            case Distribution.Uniform: Backends.Managed.RandomUniform.Fill(Key, to, values.Length); break;
            case Distribution.Normal: Backends.Managed.RandomNormal.Fill(Key, to, values.Length); break;
            default: Backends.Managed.RandomNormal.FillTruncated(Key, to, values.Length); break;
        }

        TensorPrimitives.Multiply<T>(values, scale, values);
        TensorPrimitives.Add<T>(values, shift, values);
        return tensor;
    }
}
