namespace KerasNet.Layers;

/// <summary>Scales and shifts its input: <c>x * scale + offset</c>.</summary>
/// <remarks>Python: <c>keras.layers.Rescaling</c>. The shape stays.</remarks>
/// <param name="scale">Factor: a number, or one for each channel.</param>
/// <param name="offset">Summand, likewise; null: 0.</param>
public sealed class Rescaling(Statistic scale, Statistic? offset = null) : Layer
{
    /// <summary>Factor.</summary>
    public Statistic Scale { get; } = scale ?? throw new ArgumentNullException(nameof(scale), "Rescaling needs a scale, such as 1.0 / 255.");

    /// <summary>Summand.</summary>
    public Statistic Offset { get; } = offset ?? 0;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var factor = Ops.Cast(Scale.Values, DType.ComputeDType);
        if (factor.Rank is 1 or 2 && Keras.Config.ImageDataFormat == "channels_first")
        {
            factor = Ops.Reshape(factor, factor.Shape.Concat([.. Enumerable.Repeat((int?)1, 3 - factor.Rank)]));
        }

        return (Ops.Cast(x, DType.ComputeDType) * factor) + Ops.Cast(Offset.Values, DType.ComputeDType);
    }
}
