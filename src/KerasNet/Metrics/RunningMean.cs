namespace KerasNet.Metrics;

/// <summary>A metric that is the weighted mean of one value for each sample.</summary>
public abstract class RunningMean : Metric
{
    private readonly KerasVariable _total;
    private readonly KerasVariable _count;

    /// <summary>Makes sum and count.</summary>
    private protected RunningMean(string? name, DataType? dtype)
        : base(name, dtype)
    {
        _total = AddVariable(TensorShape.Scalar, name: "total", dtype: DType);
        _count = AddVariable(TensorShape.Scalar, name: "count", dtype: DType);
    }

    /// <inheritdoc/>
    public override Tensor Result() => Ops.DivideNoNan(_total.Value, _count.Value);

    /// <summary>Sets sum and weight of what came so far.</summary>
    internal void Set(double total, double count)
    {
        _total.Assign(RawOps.Scalar(total, DType));
        _count.Assign(RawOps.Scalar(count, DType));
    }

    /// <summary>Takes values into the mean.</summary>
    private protected void Add(Tensor values, Tensor? sampleWeight)
    {
        (values, var weights) = SampleValues.Reduce(values, sampleWeight, static (x, axes) => Ops.Mean(x, axes), DType);
        _total.AssignAdd(Ops.Sum(values));
        _count.AssignAdd(weights is not null ? Ops.Sum(weights)
            : values.Shape.IsFullyDefined ? RawOps.Scalar(values.Shape.Size, DType)
            : Ops.Cast(RawOps.Size(values), DType));
    }
}
