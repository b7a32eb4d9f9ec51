using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Gives its input, and adds a penalty on it to the loss.</summary>
/// <remarks>Python: <c>keras.layers.ActivityRegularization</c>. The shape stays.</remarks>
public sealed class ActivityRegularization : Layer
{
    /// <summary>A layer with a penalty.</summary>
    /// <param name="l1">Weight of the absolute values.</param>
    /// <param name="l2">Weight of the squares.</param>
    public ActivityRegularization(double l1 = 0, double l2 = 0)
    {
        (L1, L2) = (l1, l2);
        SetActivityRegularizer(new L1L2(l1, l2));
    }

    /// <summary>Weight of the absolute values.</summary>
    public double L1 { get; }

    /// <summary>Weight of the squares.</summary>
    public double L2 { get; }

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => x;
}
