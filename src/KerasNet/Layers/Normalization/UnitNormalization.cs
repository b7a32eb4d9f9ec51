namespace KerasNet.Layers;

/// <summary>Brings each example to length 1 along some axes.</summary>
/// <remarks>Python: <c>keras.layers.UnitNormalization</c>.</remarks>
/// <param name="axis">One axis or several; null: the last.</param>
public sealed class UnitNormalization(AxisList? axis = null) : Layer
{
    /// <summary>The axes that have length 1 together.</summary>
    public AxisList Axis { get; } = axis ?? -1;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var rate = Ops.Rsqrt(Ops.Sum(Ops.Square(x), [.. Axis], keepdims: true));
        return x * Ops.Minimum(rate, 1e12);
    }
}
