using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Repeats a vector along a new time axis.</summary>
/// <remarks>Python: <c>keras.layers.RepeatVector</c>. Input <c>(batch, features)</c>, output <c>(batch, n, features)</c>.</remarks>
/// <param name="n">How often.</param>
public sealed class RepeatVector(int n) : Layer
{
    /// <summary>How often.</summary>
    public int N { get; } = Require.Positive(n);

    /// <inheritdoc/>
    protected override void Build(TensorShape input) => InputSpecs = [new InputSpec { Rank = 2 }];

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.Repeat(Ops.ExpandDims(x, 1), N, axis: 1);
}
