using KerasNet.Initializers;

namespace KerasNet.Layers;

/// <summary>S-shaped rectified linear unit: three lines whose bends and slopes are learned.</summary>
/// <remarks>Python: <c>keras.layers.SReLU</c> of Keras 1. The shape stays. Source: Jin et al. 2015, Deep learning with S-shaped rectified linear activation units.</remarks>
/// <param name="tLeftInit">First values of the left bend; null: zeros.</param>
/// <param name="aLeftInit">First values of the left slope; null: glorot_uniform.</param>
/// <param name="tRightInit">First values of the right bend; null: glorot_uniform.</param>
/// <param name="aRightInit">First values of the right slope; null: ones.</param>
/// <param name="sharedAxes">Axes along which they are shared, counted with the batch axis.</param>
public sealed class SReLU(Initializer? tLeftInit = null, Initializer? aLeftInit = null, Initializer? tRightInit = null, Initializer? aRightInit = null, int[]? sharedAxes = null) : Layer
{
    private KerasVariable? _tLeft;
    private KerasVariable? _aLeft;
    private KerasVariable? _tRight;
    private KerasVariable? _aRight;

    /// <summary>First values of the left bend.</summary>
    public Initializer TLeftInit { get; } = tLeftInit ?? "zeros";

    /// <summary>First values of the left slope.</summary>
    public Initializer ALeftInit { get; } = aLeftInit ?? "glorot_uniform";

    /// <summary>First values of the right bend.</summary>
    public Initializer TRightInit { get; } = tRightInit ?? "glorot_uniform";

    /// <summary>First values of the right slope.</summary>
    public Initializer ARightInit { get; } = aRightInit ?? "ones";

    /// <summary>Axes along which they are shared.</summary>
    public int[]? SharedAxes { get; } = sharedAxes;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        var shape = Layers.SharedAxes.WeightShape(this, input, SharedAxes);
        _tLeft = AddWeight("t_left", shape, TLeftInit);
        _aLeft = AddWeight("a_left", shape, ALeftInit);
        _tRight = AddWeight("t_right", shape, TRightInit);
        _aRight = AddWeight("a_right", shape, ARightInit);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        // The right bend lies right of the left one, whatever was learned.
        Tensor left = _tLeft!;
        var right = left + Ops.Abs(_tRight!);
        var moved = x - left;
        var middle = left + Ops.Minimum(Ops.Relu(moved), right - left) - ((Tensor)_aLeft! * Ops.Relu(-moved));
        return middle + (Ops.Relu(x - right) * _aRight!);
    }
}
