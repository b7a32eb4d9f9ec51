namespace KerasNet.Layers;

/// <summary>Gives each sample another shape.</summary>
/// <remarks>Python: <c>keras.layers.Reshape</c>. Input <c>(batch, …)</c>, output <c>(batch, targetShape…)</c>.</remarks>
/// <param name="targetShape">Shape of a sample; one dimension may be -1.</param>
public sealed class Reshape(TensorShape targetShape) : Layer
{
    /// <summary>Shape of a sample.</summary>
    public TensorShape TargetShape { get; } = targetShape.Dims.Count(-1) <= 1 ? targetShape
        : throw new ArgumentException($"There must be at most one unknown dimension (-1) in `target_shape`. Received: target_shape={targetShape}.", nameof(targetShape));

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var given = x.Shape[1..];
        var target = TargetShape;
        if (given.IsFullyDefined)
        {
            var known = target.Dims.ToArray().Where(d => d >= 0).Aggregate(1L, (p, d) => p * d);
            if (target.IsFullyDefined ? known != given.Size : known == 0 || given.Size % known != 0)
            {
                throw new ArgumentException($"Layer '{Name}': the total size of the tensor must be unchanged. Received: input shape={given} ({given.Size} elements), targetShape={TargetShape}.");
            }

            target = target.IsFullyDefined ? target : target.With(target.Dims.IndexOf(-1), (int)(given.Size / known));
        }

        return target.IsFullyDefined ? Ops.Reshape(x, target.Insert(0, -1))
            : Ops.Reshape(x, [RawOps.Shape(x)[0], .. target.Dims.ToArray().Select(d => (Tensor)d)]);
    }
}
