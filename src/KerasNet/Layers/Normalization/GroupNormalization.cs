using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Brings each group of channels of each example to mean 0 and variance 1.</summary>
/// <remarks>Python: <c>keras.layers.GroupNormalization</c>. Wu and He, 2018.</remarks>
public sealed class GroupNormalization : NormalizationLayer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="groups">Number of groups; -1: one for each channel.</param>
    /// <param name="axis">The channels.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="center">Whether an offset is added.</param>
    /// <param name="scale">Whether the result is scaled.</param>
    /// <param name="betaInitializer">First values of the offset; null: zeros.</param>
    /// <param name="gammaInitializer">First values of the scale; null: ones.</param>
    /// <param name="betaRegularizer">Penalty of the offset.</param>
    /// <param name="gammaRegularizer">Penalty of the scale.</param>
    /// <param name="betaConstraint">Projection of the offset.</param>
    /// <param name="gammaConstraint">Projection of the scale.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="groups"/> is neither positive nor -1.</exception>
    public GroupNormalization(
        int groups = 32, int axis = -1, double epsilon = 1e-3, bool center = true, bool scale = true, Initializer? betaInitializer = null, Initializer? gammaInitializer = null,
        Regularizer? betaRegularizer = null, Regularizer? gammaRegularizer = null, Constraint? betaConstraint = null, Constraint? gammaConstraint = null)
        : base(epsilon, center, scale, betaInitializer, gammaInitializer, betaRegularizer, gammaRegularizer, betaConstraint, gammaConstraint)
    {
        Groups = groups == -1 ? groups : Require.Positive(groups);
        Axis = axis;
        AutoCastInputs = false;
    }

    /// <summary>Number of groups.</summary>
    public int Groups { get; private set; }

    /// <summary>The channels.</summary>
    public int Axis { get; }

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        var channels = Require.Known(Name, input, Axis);
        Groups = Groups == -1 ? channels : Groups;
        if (channels % Groups != 0)
        {
            throw new ArgumentException($"Layer '{Name}': the number of channels ({channels}) must be a multiple of the number of groups. Received: groups={Groups}. Choose a divisor of {channels}.");
        }

        AddGammaAndBeta(channels, Scale, Center);
        InputSpecs = [new InputSpec { Rank = input.Rank, Axes = new Dictionary<int, int> { [Axis] = channels } }];
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var (wide, axis) = (Ops.Cast(x, WideType(x)), x.Shape.Axis(Axis));
        var dims = RawOps.DimsOf(x);
        var size = x.Shape[axis] / Groups;
        var groups = Ops.Reshape(wide, [.. dims[..axis], RawOps.Scalar(Groups), RawOps.Scalar(size), .. dims[(axis + 1)..]]);
        var (mean, variance) = Ops.Moments(groups, [.. Enumerable.Range(1, x.Rank).Except([axis])], keepdims: true);
        var rate = Ops.Rsqrt(variance + Epsilon);
        rate = Gamma is null ? rate : rate * Along(Gamma);
        var rest = -mean * rate;
        rest = Beta is null ? rest : rest + Along(Beta);
        return Ops.Cast(Ops.Reshape((groups * rate) + rest, dims), DType.ComputeDType);

        Tensor Along(KerasVariable weight)
        {
            int[] shape = [.. Enumerable.Repeat(1, x.Rank + 1)];
            (shape[axis], shape[axis + 1]) = (Groups, size);
            return Ops.Reshape(Wide(weight, wide.DType), new TensorShape(shape));
        }
    }
}
