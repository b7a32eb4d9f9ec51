using KerasNet.Graphs;

namespace KerasNet.Layers;

/// <summary>The same layer, or model, at every time step.</summary>
/// <remarks>Python: <c>keras.layers.TimeDistributed</c>. Input <c>(batch, time, …)</c>, output <c>(batch, time, …)</c>.</remarks>
/// <param name="layer">The layer; one tensor in, one out.</param>
/// <example><c>new Layers.TimeDistributed(new Layers.Conv2D(16, 3))</c></example>
public sealed class TimeDistributed(Layer layer) : Wrapper(layer)
{
    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override void Build(TensorShape input) => Layer.BuildInside([Step(input)]);

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        _ = Step(x.Shape);
        CheckMask(x, context.Mask);
        if (SampleWise.Is(Layer, context))
        {
            return AllAtOnce(x);
        }

        var sequence = TimeWalk.Swap(x);
        var mask = context.Mask is null ? null : TimeWalk.Swap(context.Mask);
        if (x.Shape[1] is > 0 and <= TimeWalk.MostUnrolled && Graph.Current is not { DeclaredShapes: false })
        {
            var (inputs, masks) = (RawOps.Unpack(sequence, x.Shape[1]), mask is null ? null : RawOps.Unpack(mask, x.Shape[1]));
            return RawOps.Pack([.. inputs.Select((t, i) => One(t, masks?[i]))], 1);
        }

        var (_, outputs) = RawOps.Scan((_, xs) => ([], [One(xs[0], xs.Length > 1 ? xs[1] : null)]), [], mask is null ? [sequence] : [sequence, mask]);
        return TimeWalk.Swap(outputs[0]);
    }

    private Tensor One(Tensor x, Tensor? mask) => Layer.Invoke(x, new CallArguments { Masks = mask is null ? null : [mask] }).Single();

    /// <summary>Time steps as further samples: the same numbers where samples do not see each other.</summary>
    private Tensor AllAtOnce(Tensor x)
    {
        var dims = RawOps.DimsOf(x);
        var samples = RawOps.Reshape(x, [RawOps.Product(dims.AsSpan(0, 2)), .. dims[2..]]);
        var y = One(samples, null);
        return RawOps.Reshape(y, [.. dims[..2], .. RawOps.DimsOf(y)[1..]]);
    }

    private TensorShape Step(TensorShape input) => input.Rank >= 3 ? input.Remove(1) : throw new ArgumentException(
        $"Layer '{Name}': `TimeDistributed` Layer should be passed an `input_shape` with at least 3 dimensions (batch, time, …), received: {input}.");

    private void CheckMask(Tensor x, Tensor? mask)
    {
        if (mask is not null && mask.Rank < 2)
        {
            throw new ArgumentException($"Layer '{Name}': the `mask` passed to the `TimeDistributed` layer must be at least 2D (e.g., `(batch_size, timesteps)`), but it has {mask.Rank} dimension(s) with shape {mask.Shape}.");
        }

        if (mask is not null && !mask.Shape[..2].IsCompatibleWith(x.Shape[..2]))
        {
            throw new ArgumentException(
                $"Layer '{Name}': the `mask` passed to the `TimeDistributed` layer has a shape {mask.Shape} that is incompatible with the input shape {x.Shape}. Expected mask shape prefix: {x.Shape[..2]}.");
        }
    }
}
