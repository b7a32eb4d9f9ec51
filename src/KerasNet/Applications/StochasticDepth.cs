using KerasNet.Internal;
using KerasNet.Layers;

namespace KerasNet.Applications;

/// <summary>In training leaves out a sample's whole input at a rate, and scales the others so that the mean stays.</summary>
/// <remarks>Python: <c>keras.src.applications.convnext.StochasticDepth</c>. The shape stays. Huang and others, <see href="https://arxiv.org/abs/1603.09382"/>.</remarks>
/// <param name="dropPathRate">Fraction of the samples; from 0 to below 1.</param>
public sealed class StochasticDepth(double dropPathRate) : Layer
{
    /// <summary>Fraction of the samples.</summary>
    public double DropPathRate { get; } = Require.Rate(dropPathRate);

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        if (!context.Training)
        {
            return x;
        }

        var keep = 1 - DropPathRate;
        Tensor[] shape = [RawOps.Shape(x)[0], .. Enumerable.Repeat((Tensor)1, x.Rank - 1)];
        return x / keep * Ops.Cast(Ops.Floor(RandomOps.Uniform(shape) + keep), x.DType);
    }
}
