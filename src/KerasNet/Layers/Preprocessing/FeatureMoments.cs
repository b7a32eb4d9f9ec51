namespace KerasNet.Layers;

/// <summary>Mean and variance of features over batches of any sizes, in double precision.</summary>
/// <param name="kept">Axes whose elements are features of their own.</param>
/// <param name="broadcast">Sizes of the kept axes, 1 elsewhere.</param>
internal sealed class FeatureMoments(int[] kept, TensorShape broadcast)
{
    private readonly double[] _mean = new double[broadcast.Size];
    private readonly double[] _variance = new double[broadcast.Size];
    private double _count;

    /// <summary>Takes in a batch.</summary>
    public void Add(Tensor batch)
    {
        var values = Ops.Cast(batch, DataType.Float64);
        var features = Features(batch.Shape);
        var count = Math.Max(1, batch.Size / Math.Max(1, _mean.Length));
        var (mean, variance) = (new double[_mean.Length], new double[_mean.Length]);
        var x = values.AsSpan<double>();
        for (var i = 0; i < x.Length; i++)
        {
            mean[features[i]] += x[i] / count;
        }

        for (var i = 0; i < x.Length; i++)
        {
            var difference = x[i] - mean[features[i]];
            variance[features[i]] += difference * difference / count;
        }

        _count += count;
        var (share, before) = (count / _count, 1 - (count / _count));
        for (var f = 0; f < _mean.Length; f++)
        {
            var joined = (_mean[f] * before) + (mean[f] * share);
            _variance[f] = ((_variance[f] + Square(_mean[f] - joined)) * before) + ((variance[f] + Square(mean[f] - joined)) * share);
            _mean[f] = joined;
        }
    }

    /// <summary>The means.</summary>
    public Tensor Mean(TensorShape shape) => Tensor.Create<double>(_mean, shape);

    /// <summary>The variances.</summary>
    public Tensor Variance(TensorShape shape) => Tensor.Create<double>(_variance, shape);

    private static double Square(double x) => x * x;

    /// <summary>The feature that each element belongs to, in row-major order.</summary>
    private int[] Features(TensorShape shape)
    {
        var strides = new int[shape.Rank];
        for (var (axis, stride) = (shape.Rank - 1, 1); axis >= 0; axis--)
        {
            if (kept.Contains(axis))
            {
                strides[axis] = stride;
                stride *= shape[axis];
            }
        }

        var features = new int[shape.Size];
        var at = new int[shape.Rank];
        for (var (i, feature) = (0, 0); i < features.Length; i++)
        {
            features[i] = feature;
            for (var axis = shape.Rank - 1; axis >= 0; axis--)
            {
                feature += strides[axis];
                if (++at[axis] < shape[axis])
                {
                    break;
                }

                at[axis] = 0;
                feature -= strides[axis] * shape[axis];
            }
        }

        return features;
    }
}
