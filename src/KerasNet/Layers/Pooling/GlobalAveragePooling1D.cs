namespace KerasNet.Layers;

/// <summary>Mean of each channel over one axis, as of time; steps that a mask excludes do not count.</summary>
/// <remarks>Python: <c>keras.layers.GlobalAveragePooling1D</c>. Input <c>(batch, steps, channels)</c>, or channels first; output <c>(batch, channels)</c>.</remarks>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="keepdims">Whether the spatial axes stay, with size 1.</param>
public class GlobalAveragePooling1D(string? dataFormat = null, bool keepdims = false) : BaseGlobalPooling(1, dataFormat, keepdims)
{
    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        if (context.Mask is not { } mask)
        {
            return Ops.Mean(x, SpatialAxes, Keepdims);
        }

        var counted = Ops.Cast(Ops.ExpandDims(mask, DataFormat == "channels_first" ? 1 : 2), DataType.Bool);
        var sum = Ops.Sum(Ops.Where(counted, x, Ops.ZerosLike(x)), SpatialAxes, Keepdims);
        return sum / Ops.Sum(Ops.Cast(counted, x.DType), SpatialAxes, Keepdims);
    }

    /// <inheritdoc/>
    protected override Tensor? ComputeMask(Tensor x, Tensor? mask) => null;
}
