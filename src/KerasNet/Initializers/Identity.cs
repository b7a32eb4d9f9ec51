namespace KerasNet.Initializers;

/// <summary>The identity matrix times a gain. Only for weights of two dimensions.</summary>
/// <remarks>Python: <c>keras.initializers.Identity</c>.</remarks>
/// <param name="gain">Number on the diagonal.</param>
[Internal.Alias("IdentityInitializer")]
public sealed class Identity(double gain = 1.0) : Initializer
{
    /// <summary>Number on the diagonal.</summary>
    public double Gain { get; } = gain;

    /// <inheritdoc/>
    public override Tensor Call(TensorShape shape, DataType dtype)
    {
        if (shape.Rank != 2)
        {
            throw new ArgumentException($"Identity matrix initializer can only be used for 2D matrices. Received: shape={shape} of rank {shape.Rank}.", nameof(shape));
        }

        var values = new double[shape.Size];
        for (var i = 0; i < Math.Min(shape[0], shape[1]); i++)
        {
            values[(i * shape[1]) + i] = Gain;
        }

        var tensor = Tensor.Allocate(dtype, shape);
        CastOp.Convert(Tensor.Create<double>(values, shape), tensor);
        return tensor;
    }
}
