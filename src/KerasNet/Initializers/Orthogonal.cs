namespace KerasNet.Initializers;

/// <summary>A matrix with orthogonal rows or columns: the default of recurrent weights.</summary>
/// <remarks>Python: <c>keras.initializers.Orthogonal</c>. Source: Saxe et al., 2014.</remarks>
/// <param name="gain">Factor of the matrix.</param>
/// <param name="seed">Makes the numbers repeatable; null: Keras chooses.</param>
[Internal.Alias("OrthogonalInitializer")]
public sealed class Orthogonal(double gain = 1.0, int? seed = null) : RandomInitializer(seed)
{
    /// <summary>Factor of the matrix.</summary>
    public double Gain { get; } = gain;

    /// <inheritdoc/>
    public override Tensor Call(TensorShape shape, DataType dtype)
    {
        if (shape.Rank < 2)
        {
            throw new ArgumentException($"The tensor to initialize must be at least two-dimensional. Received: shape={shape} of rank {shape.Rank}.", nameof(shape));
        }

        var columns = shape[^1];
        var rows = columns == 0 ? 0 : checked((int)(shape.Size / columns));
        var (tall, thin) = (Math.Max(rows, columns), Math.Min(rows, columns));
        var wide = Tensor.Allocate(DataType.Float64, [tall, thin]);
        CastOp.Convert(Normal([tall, thin], dtype, 0, 1), wide);
        var q = OrthogonalBasis.Of(wide.AsSpan<double>(), tall, thin);
        var values = new double[q.Length];
        for (var i = 0; i < tall; i++)
        {
            for (var j = 0; j < thin; j++)
            {
                values[rows < columns ? (j * tall) + i : (i * thin) + j] = Gain * q[(j * tall) + i];
            }
        }

        var result = Tensor.Allocate(dtype, shape);
        CastOp.Convert(Tensor.Create<double>(values, shape), result);
        return result;
    }
}
