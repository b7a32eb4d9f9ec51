using KerasNet.Internal;

namespace KerasNet.Metrics;

/// <summary>Intersection over union of some classes: overlap of targets and predictions.</summary>
/// <remarks>Python: <c>keras.metrics.IoU</c>.</remarks>
public class IoU : Metric
{
    private readonly KerasVariable _matrix;

    /// <summary>Makes the metric.</summary>
    /// <param name="numClasses">Number of classes.</param>
    /// <param name="targetClassIds">The classes whose mean is taken.</param>
    /// <param name="name">Name in logs; null: made from the class name.</param>
    /// <param name="dtype">Type of the counts; null: int64.</param>
    /// <param name="ignoreClass">A class number of targets that does not count.</param>
    /// <param name="sparseYTrue">Whether targets are class numbers instead of one number for each class.</param>
    /// <param name="sparseYPred">Whether predictions are class numbers instead of probabilities.</param>
    /// <param name="axis">Axis of the classes.</param>
    public IoU(int numClasses, IReadOnlyList<int> targetClassIds, string? name = null, DataType? dtype = null, int? ignoreClass = null, bool sparseYTrue = true, bool sparseYPred = true, int axis = -1)
        : base(name, dtype ?? DataType.Int64)
    {
        NumClasses = Require.Positive(numClasses);
        TargetClassIds = Require.NotEmpty(targetClassIds).All(id => id >= 0 && id < numClasses) ? targetClassIds
            : throw new ArgumentOutOfRangeException(nameof(targetClassIds), $"Target class id {targetClassIds.Max()} is out of range, which is [0, {numClasses}).");
        (IgnoreClass, SparseYTrue, SparseYPred, Axis) = (ignoreClass, sparseYTrue, sparseYPred, axis);
        _matrix = AddVariable([numClasses, numClasses], name: "total_confusion_matrix", dtype: DType);
    }

    /// <summary>Number of classes.</summary>
    public int NumClasses { get; }

    /// <summary>The classes whose mean is taken.</summary>
    public IReadOnlyList<int> TargetClassIds { get; }

    /// <summary>A class number of targets that does not count.</summary>
    public int? IgnoreClass { get; }

    /// <summary>Whether targets are class numbers.</summary>
    public bool SparseYTrue { get; }

    /// <summary>Whether predictions are class numbers.</summary>
    public bool SparseYPred { get; }

    /// <summary>Axis of the classes.</summary>
    public int Axis { get; }

    internal override bool? HigherIsBetter => true;

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        var truth = Flat(SparseYTrue ? yTrue : Ops.Argmax(yTrue, Axis), DataType.Int64);
        var guess = Flat(SparseYPred ? yPred : Ops.Argmax(yPred, Axis), DataType.Int64);
        var valid = Ops.LogicalAnd(Ops.LogicalAnd(truth >= 0, truth < NumClasses), Ops.LogicalAnd(guess >= 0, guess < NumClasses));
        if (IgnoreClass is { } ignored)
        {
            valid = Ops.LogicalAnd(valid, Ops.NotEqual(truth, ignored));
        }

        var weights = Ops.Cast(valid, DType);
        if (sampleWeight is not null)
        {
            weights *= Ops.Cast(sampleWeight.Rank > 1 ? Ops.Reshape(sampleWeight, -1) : sampleWeight, DType);
        }

        var cell = Ops.Where(valid, (truth * NumClasses) + guess, Ops.ZerosLike(truth));
        var counts = Ops.SegmentSum(weights, Ops.Cast(cell, DataType.Int32), numSegments: NumClasses * NumClasses);
        _matrix.AssignAdd(Ops.Reshape(counts, [NumClasses, NumClasses]));
    }

    /// <inheritdoc/>
    public override Tensor Result()
    {
        var matrix = Ops.Cast(_matrix.Value, DataType.Float32);
        var both = Ops.Sum(matrix * new Initializers.Identity().Call([NumClasses, NumClasses], DataType.Float32), axis: 0);
        var any = Ops.Sum(matrix, axis: 0) + Ops.Sum(matrix, axis: 1) - both;
        var ids = Tensor.From(TargetClassIds.ToArray());
        (both, any) = (Ops.Take(both, ids, axis: 0), Ops.Take(any, ids, axis: 0));
        var present = Ops.Cast(any > 1e-9, DataType.Float32);
        var epsilon = Keras.Config.Epsilon;
        return Ops.Sum(both / (any + epsilon) * present) / (Ops.Sum(present) + epsilon);
    }

    private static Tensor Flat(Tensor x, DataType dtype) => Ops.Cast(x.Rank > 1 ? Ops.Reshape(x, -1) : x, dtype);
}
