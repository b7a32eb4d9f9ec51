namespace KerasNet.Layers;

/// <summary>Divides each example by its root mean square along some axes, and scales.</summary>
/// <remarks>Python: <c>keras.layers.RMSNormalization</c>. Zhang and Sennrich, 2019.</remarks>
/// <param name="axis">One axis or several; null: the last.</param>
/// <param name="epsilon">Added to the mean square.</param>
public sealed class RMSNormalization(AxisList? axis = null, double epsilon = 1e-6) : Layer
{
    /// <summary>The axes that are normalised together.</summary>
    public AxisList Axis { get; private set; } = axis ?? -1;

    /// <summary>Added to the mean square.</summary>
    public double Epsilon { get; } = epsilon;

    /// <summary>The scale.</summary>
    public KerasVariable Scale { get => field ?? throw NotBuilt(); private set; }

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        Axis = Axis.Order().ToArray();
        Scale = AddWeight("scale", new TensorShape([.. Axis.Select(a => input[input.Axis(a)])]), "ones");
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.RmsNormalization(x, Scale, [.. Axis], Epsilon);
}
