using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Layers;

namespace KerasNet.Applications;

/// <summary>Scales each channel by a weight that begins small: ConvNeXt's blocks begin as almost nothing.</summary>
/// <remarks>Python: <c>keras.src.applications.convnext.LayerScale</c>. The shape stays. Touvron and others, <see href="https://arxiv.org/abs/2103.17239"/>.</remarks>
/// <param name="initValues">First value of the weights.</param>
/// <param name="projectionDim">Number of channels.</param>
public sealed class LayerScale(double initValues, int projectionDim) : Layer
{
    /// <summary>First value of the weights.</summary>
    public double InitValues { get; } = initValues;

    /// <summary>Number of channels.</summary>
    public int ProjectionDim { get; } = Require.Positive(projectionDim);

    /// <summary>The factors <c>(channels)</c>.</summary>
    public KerasVariable Gamma { get => field ?? throw NotBuilt(); private set; }

    /// <inheritdoc/>
    protected override void Build(TensorShape input) => Gamma = AddWeight("variable", ProjectionDim, new Constant(InitValues));

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => x * Gamma;
}
