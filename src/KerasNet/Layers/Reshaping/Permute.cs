namespace KerasNet.Layers;

/// <summary>Changes the order of the axes.</summary>
/// <remarks>Python: <c>keras.layers.Permute</c>. The batch axis stays.</remarks>
/// <param name="dims">The axes in their new order, counted from 1: <c>[2, 1]</c> swaps the first two.</param>
/// <exception cref="ArgumentException">They are not the numbers from 1 on.</exception>
public sealed class Permute(int[] dims) : Layer
{
    /// <summary>The axes in their new order, from 1.</summary>
    public int[] Dims { get; } = dims.Order().SequenceEqual(Enumerable.Range(1, dims.Length))
        ? dims
        : throw new ArgumentException($"Invalid permutation argument `dims` for Permute Layer. The set of indices in `dims` must be consecutive and start from 1. Received dims=({string.Join(", ", dims)})", nameof(dims));

    /// <inheritdoc/>
    protected override void Build(TensorShape input) => InputSpecs = [new InputSpec { Rank = Dims.Length + 1 }];

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.Transpose(x, [0, .. Dims]);
}
