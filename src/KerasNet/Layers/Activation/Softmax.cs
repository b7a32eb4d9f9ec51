namespace KerasNet.Layers;

/// <summary>Turns numbers into probabilities along one axis or several; masked places get none.</summary>
/// <remarks>Python: <c>keras.layers.Softmax</c>. The shape stays. The mask, true where a number counts, is given by <c>Apply(x, mask)</c>.</remarks>
/// <param name="axis">The axis of the sum, or several; null: the last.</param>
public sealed class Softmax(AxisList? axis = null) : Layer
{
    /// <summary>The axes of the sum.</summary>
    public AxisList Axis { get; } = axis ?? -1;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        if (context.Mask is not { } mask)
        {
            return Normalized(x);
        }

        Check(x.Shape, mask.Shape);
        var kept = mask.DType == DataType.Bool ? mask : mask > 0.5;
        // A number so low that its exponential is nothing; where all are masked, the result is zero.
        var y = Normalized(Ops.Where(kept, x, Ops.Cast(x.DType == DataType.Float16 ? -3e4 : -1e9, x.DType)));
        return Ops.Where(kept, y, Ops.Cast(0.0, x.DType));
    }

    private Tensor Normalized(Tensor x) => Axis.Count == 1 ? Ops.Softmax(x, Axis[0]) : Ops.Exp(x - Ops.LogSumExp(x, [.. Axis], keepdims: true));

    private void Check(TensorShape x, TensorShape mask)
    {
        var fits = mask.Rank <= x.Rank;
        for (var i = 1; fits && i <= mask.Rank; i++)
        {
            fits = mask[^i] is 1 or -1 || x[^i] < 0 || mask[^i] == x[^i];
        }

        if (!fits)
        {
            throw new ArgumentException($"Layer '{Name}': the `mask` must be broadcastable to `inputs`, and each of its dimensions 1 or that of `inputs`. Received: inputs.shape={x}, mask.shape={mask}.");
        }
    }
}
