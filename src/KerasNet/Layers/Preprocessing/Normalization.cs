using System.Runtime.CompilerServices;
using KerasNet.Internal;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>Shifts and scales features to mean 0 and variance 1, as <c>Adapt</c> found them in data or as they are given.</summary>
/// <remarks>Python: <c>keras.layers.Normalization</c>. The shape stays. The mean and variance are weights that training does not change.</remarks>
/// <example><code>var normalize = new Layers.Normalization(); normalize.Adapt(xTrain); var y = normalize.Apply(x);</code></example>
public sealed class Normalization : Layer, IAdaptable
{
    private int[] _kept = [];
    private TensorShape _broadcast = TensorShape.Scalar;
    private (Tensor Mean, Tensor Variance)? _given;

    /// <summary>Makes the layer.</summary>
    /// <param name="axis">Axes that have a mean and variance for each of their elements; null or empty: one for all.</param>
    /// <param name="mean">Known means; null: <c>Adapt</c> finds them.</param>
    /// <param name="variance">Known variances.</param>
    /// <param name="invert">Whether the layer goes back from normalised features.</param>
    /// <exception cref="ArgumentException">Only one of mean and variance is given, or their shapes do not fit.</exception>
    public Normalization(NormalizationAxis axis = default, Statistic? mean = null, Statistic? variance = null, bool invert = false)
    {
        (Axis, InputMean, InputVariance, Invert) = (axis, mean, variance, invert);
        if (mean is null != variance is null)
        {
            throw new ArgumentException($"When setting values directly, both `mean` and `variance` must be set. Received: mean={mean} and variance={variance}.");
        }

        if (mean is not null && mean.Values.Shape != variance!.Values.Shape)
        {
            throw new ArgumentException($"When setting values directly, `mean` and `variance` must have the same shape. Received: mean shape {mean.Values.Shape} and variance shape {variance.Values.Shape}.");
        }

        if (mean is not null && mean.Values.Rank > axis.Axes.Count)
        {
            throw new ArgumentException($"The rank of `mean` must be less than or equal to the number of axes ({axis.Axes.Count}). Received: mean shape {mean.Values.Shape} for axis ({string.Join(", ", axis.Axes)}).");
        }
    }

    /// <summary>Axes that have a mean and variance for each of their elements.</summary>
    public NormalizationAxis Axis { get; }

    /// <summary>The means that the constructor was given.</summary>
    [ConfigName("mean")]
    public Statistic? InputMean { get; }

    /// <summary>The variances that the constructor was given.</summary>
    [ConfigName("variance")]
    public Statistic? InputVariance { get; }

    /// <summary>The means in use, in a shape that goes with the inputs: <c>(1, features)</c>.</summary>
    /// <exception cref="InvalidOperationException">The layer is not built yet.</exception>
    public Tensor Mean => _given?.Mean ?? Ops.Reshape(AdaptMean, _broadcast);

    /// <summary>The variances in use.</summary>
    /// <exception cref="InvalidOperationException">The layer is not built yet.</exception>
    public Tensor Variance => _given?.Variance ?? Ops.Reshape(AdaptVariance, _broadcast);

    /// <summary>Whether the layer goes back from normalised features.</summary>
    public bool Invert { get; }

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <summary>The means that were found.</summary>
    public KerasVariable AdaptMean { get => field ?? throw NotBuilt(); private set; }

    /// <summary>The variances that were found.</summary>
    public KerasVariable AdaptVariance { get => field ?? throw NotBuilt(); private set; }

    /// <summary>Kept because files hold it; always 0.</summary>
    public KerasVariable Count { get => field ?? throw NotBuilt(); private set; }

    /// <summary>Finds means and variances of an array, or of several arrays together.</summary>
    /// <remarks>Python: <c>adapt</c>.</remarks>
    /// <exception cref="ArgumentException">The data has another shape than that for which the layer was built.</exception>
    [OverloadResolutionPriority(1)]
    public void Adapt(Data data) => Adapt(AdaptBatches.Of(data));

    /// <summary>Finds means and variances of batches.</summary>
    public void Adapt(IEnumerable<Data> batches, int? steps = null) => Adapt(AdaptBatches.Of(batches, steps));

    /// <summary>Finds means and variances of the inputs of batches.</summary>
    public void Adapt(BatchSource batches, int? steps = null) => Adapt(AdaptBatches.Of(batches, steps));

    bool IAdaptable.IsAdapted => Built;

    void IAdaptable.Adapt(IEnumerable<Tensor> batches) => Adapt(batches);

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        if (Axis.Axes.Any(a => a < -input.Rank || a >= input.Rank))
        {
            throw new ArgumentException($"All `axis` values must be in the range [-ndim, ndim). Received inputs with ndim={input.Rank}, while axis=({string.Join(", ", Axis.Axes)}).");
        }

        _kept = [.. Axis.Axes.Select(input.Axis).Order()];
        foreach (var axis in _kept.Where(a => input[a] < 0))
        {
            throw new ArgumentException($"All `axis` values to be kept must have a known shape. Received axis=({string.Join(", ", Axis.Axes)}), inputs.shape={input}, with unknown axis at index {axis}.");
        }

        _broadcast = new TensorShape([.. Enumerable.Range(0, input.Rank).Select(a => _kept.Contains(a) ? input[a] : 1)]);
        if (InputMean is null)
        {
            var shape = new TensorShape([.. _kept.Select(a => input[a])]);
            AdaptMean = AddWeight("mean", shape, "zeros", trainable: false);
            AdaptVariance = AddWeight("variance", shape, "ones", trainable: false);
            Count = AddWeight("count", TensorShape.Scalar, "zeros", trainable: false, dtype: DataType.Int64);
            return;
        }

        _given = (Spread(InputMean.Values), Spread(InputVariance!.Values));
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        x = Ops.Cast(x, DType.ComputeDType);
        var mean = Ops.Cast(Mean, x.DType);
        var deviation = Ops.Maximum(Ops.Sqrt(Ops.Cast(Variance, x.DType)), Keras.Config.Epsilon);
        return Invert ? mean + (x * deviation) : (x - mean) / deviation;
    }

    /// <summary>Given values over the kept axes, the last ones first.</summary>
    private Tensor Spread(Tensor values)
    {
        var shape = Enumerable.Repeat(1, _broadcast.Rank).ToArray();
        for (var i = 1; i <= values.Rank; i++)
        {
            shape[_kept[^i]] = values.Shape[^i];
        }

        return Ops.BroadcastTo(Ops.Reshape(values, new TensorShape(shape)), _broadcast);
    }

    private void Adapt(IEnumerable<Tensor> batches)
    {
        if (InputMean is not null)
        {
            throw new InvalidOperationException($"Layer '{Name}' was given mean and variance: there is nothing to adapt.");
        }

        FeatureMoments? moments = null;
        foreach (var batch in batches)
        {
            Prepare(batch.Shape);
            moments ??= new FeatureMoments(_kept, _broadcast);
            moments.Add(batch);
        }

        if (moments is null)
        {
            throw new ArgumentException("adapt() received an empty iterable (no batches). Expected at least one batch. Pass a non-empty iterable of arrays or tensors.");
        }

        AdaptMean.Assign(moments.Mean(AdaptMean.Shape));
        AdaptVariance.Assign(moments.Variance(AdaptVariance.Shape));
    }

    private void Prepare(TensorShape data)
    {
        if (!Built)
        {
            using var scope = Graphs.Scopes.Enter(Name);
            EnsureBuilt([data]);
        }
        else if (data.Rank != _broadcast.Rank || _kept.Any(a => data[a] != _broadcast[a]))
        {
            throw new ArgumentException($"The layer was built with input_shape={BuildShapes[0]}, but adapt() is being called with data with an incompatible shape, data.shape={data}.");
        }
    }
}
