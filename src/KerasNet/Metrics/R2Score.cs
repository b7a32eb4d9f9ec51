using KerasNet.Internal;
using KerasNet.Losses;

namespace KerasNet.Metrics;

/// <summary>Share of the targets' variance that the predictions explain: 1 is perfect, 0 is as good as the mean.</summary>
/// <remarks>Python: <c>keras.metrics.R2Score</c>. Targets and predictions have shape <c>(batch, outputs)</c>.</remarks>
public sealed class R2Score : Metric
{
    private readonly KerasVariable _samples;
    private KerasVariable? _squares;
    private KerasVariable? _sum;
    private KerasVariable? _residual;
    private KerasVariable? _count;

    /// <summary>Makes the metric.</summary>
    /// <param name="classAggregation"><c>uniform_average</c>, <c>variance_weighted_average</c>, or null: one result for each output.</param>
    /// <param name="numRegressors">Number of regressors for the adjusted score; 0: the plain score.</param>
    /// <param name="name">Name in logs.</param>
    /// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
    public R2Score(string? classAggregation = "uniform_average", int numRegressors = 0, string? name = "r2_score", DataType? dtype = null)
        : base(name, dtype)
    {
        ClassAggregation = classAggregation is null ? null : Require.OneOf(classAggregation, ["uniform_average", "variance_weighted_average"]);
        NumRegressors = Require.NonNegative(numRegressors);
        _samples = AddVariable(TensorShape.Scalar, name: "num_samples");
    }

    /// <summary>How the outputs' results become one.</summary>
    public string? ClassAggregation { get; }

    /// <summary>Number of regressors for the adjusted score.</summary>
    public int NumRegressors { get; }

    internal override bool? HigherIsBetter => true;

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        (yTrue, yPred) = Ranks.Match(Ops.Cast(yTrue, DType), Ops.Cast(yPred, DType));
        Build(yTrue.Shape, yPred.Shape);
        var weights = Ops.OnesLike(yTrue);
        if (sampleWeight is not null)
        {
            var given = Ops.Cast(sampleWeight, DType);
            weights *= given.Rank == 1 ? Ops.ExpandDims(given, 1) : given;
        }

        var weighted = yTrue * weights;
        _sum!.AssignAdd(Ops.Sum(weighted, axis: 0));
        _squares!.AssignAdd(Ops.Sum(yTrue * weighted, axis: 0));
        _residual!.AssignAdd(Ops.Sum(Ops.Square(yTrue - yPred) * weights, axis: 0));
        _count!.AssignAdd(Ops.Sum(weights, axis: 0));
        _samples.AssignAdd(Ops.Cast(RawOps.Size(yTrue), _samples.DType));
    }

    /// <inheritdoc/>
    public override Tensor Result()
    {
        if (_sum is null)
        {
            return RawOps.Scalar(0, DType);
        }

        var sum = _sum.Value;
        var total = _squares!.Value - (sum * (sum / _count!.Value));
        var scores = 1 - (_residual!.Value / total);
        scores = Ops.Where(Ops.IsInf(scores), Ops.ZerosLike(scores), scores);
        var score = ClassAggregation switch
        {
            null => scores,
            "uniform_average" => Ops.Mean(scores),
            _ => Ops.Sum(total * scores) / Ops.Sum(total),
        };
        if (NumRegressors == 0)
        {
            return score;
        }

        // With too few samples for the adjustment the plain score stands.
        var rest = _samples.Value - (NumRegressors + 1.0);
        return Ops.Where(rest > 0, 1.0 - ((1.0 - score) * (_samples.Value - 1.0) / rest), score);
    }

    private void Build(TensorShape yTrue, TensorShape yPred)
    {
        if (_sum is not null)
        {
            return;
        }

        if (yTrue.Rank != 2 || yPred.Rank != 2 || yPred[1] < 0)
        {
            throw new ArgumentException($"R2Score expects 2D inputs with shape (batch_size, output_dim), with output_dim fully defined. Received input shapes: yPred.shape={yPred} and yTrue.shape={yTrue}.");
        }

        _squares = AddVariable(yPred[1], name: "squared_sum");
        _sum = AddVariable(yPred[1], name: "sum");
        _residual = AddVariable(yPred[1], name: "residual");
        _count = AddVariable(yPred[1], name: "count");
    }
}
