namespace KerasNet.Layers;

/// <summary>Mean and variance of each channel of a batch; places that a mask excludes do not count.</summary>
internal static class BatchMoments
{
    public static (Tensor Mean, Tensor Variance) Of(Tensor x, int axis, Tensor? mask)
    {
        int[] axes = [.. Enumerable.Range(0, x.Rank).Except([x.Shape.Axis(axis)])];
        if (mask is null)
        {
            return Ops.Moments(x, axes);
        }

        if (mask.Rank != x.Rank - 1)
        {
            throw new ArgumentException($"The mask provided should be one dimension less than the inputs. Received: mask.shape={mask.Shape}, inputs.shape={x.Shape}");
        }

        // Keras takes the last axis for the channels here, whatever the axis.
        var counts = Ops.Multiply(Ops.OnesLike(x), Ops.Cast(Ops.ExpandDims(mask, -1), x.DType));
        var counted = Ops.Cast(counts, DataType.Bool);
        var total = Ops.Sum(counts, axes, keepdims: true) + Keras.Config.Epsilon;
        var mean = Ops.Sum(Ops.Where(counted, x, Ops.ZerosLike(x)), axes, keepdims: true) / total;
        var difference = Ops.Where(counted, x - mean, Ops.ZerosLike(x));
        var variance = Ops.Sum(Ops.Square(difference), axes, keepdims: true) / total;
        return (Ops.Squeeze(mean, axes), Ops.Squeeze(variance, axes));
    }
}
