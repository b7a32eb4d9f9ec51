namespace KerasNet.Layers;

/// <summary>Turns numbers into probabilities along an axis; masked places get none.</summary>
/// <remarks>Python: <c>keras.layers.Softmax</c>. The shape stays. The mask, true where a number counts, is given by <c>Apply(x, mask)</c>.</remarks>
/// <param name="axis">The axis of the sum.</param>
public sealed class Softmax(int axis = -1) : Layer
{
    /// <summary>The axis of the sum.</summary>
    public int Axis { get; } = axis;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        if (context.Mask is not { } mask)
        {
            return Ops.Softmax(x, Axis);
        }

        // A number so low that its exponential is nothing.
        var low = x.DType == DataType.Float16 ? -3e4 : -3e38 / 2;
        var keep = Ops.Cast(mask, x.DType);
        return Ops.Softmax(x + ((1.0 - keep) * low), Axis) * keep;
    }
}
