using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Repeats each step.</summary>
/// <remarks>Python: <c>keras.layers.UpSampling1D</c>. Input <c>(batch, steps, channels)</c>, output <c>(batch, size · steps, channels)</c>.</remarks>
public sealed class UpSampling1D : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="size">How often each step is repeated.</param>
    public UpSampling1D(int size = 2)
    {
        Size = Require.Positive(size);
        InputSpecs = [new InputSpec { Rank = 3 }];
    }

    /// <summary>How often each step is repeated.</summary>
    public int Size { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.Repeat(x, Size, 1);
}
