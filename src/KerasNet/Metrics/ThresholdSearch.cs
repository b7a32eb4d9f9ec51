using KerasNet.Internal;

namespace KerasNet.Metrics;

/// <summary>The best of one share among the thresholds at which another share is high enough.</summary>
public abstract class ThresholdSearch : Metric
{
    private readonly double _wanted;

    private protected ThresholdSearch(double wanted, string what, int numThresholds, int? classId, string? name, DataType? dtype)
        : base(name, dtype)
    {
        _wanted = Require.InRange(wanted, 0.0, 1.0, what);
        NumThresholds = Require.Positive(numThresholds);
        ClassId = classId;
        double[] thresholds = numThresholds == 1 ? [0.5] : [.. Enumerable.Range(0, numThresholds).Select(i => (double)i / (numThresholds - 1))];
        Matrix = new ConfusionMatrix(thresholds)
        {
            TruePositives = AddVariable(thresholds.Length, name: "true_positives"),
            FalsePositives = AddVariable(thresholds.Length, name: "false_positives"),
            TrueNegatives = AddVariable(thresholds.Length, name: "true_negatives"),
            FalseNegatives = AddVariable(thresholds.Length, name: "false_negatives"),
        };
    }

    /// <summary>Number of thresholds that are tried.</summary>
    public int NumThresholds { get; }

    /// <summary>The class that counts; null: all.</summary>
    public int? ClassId { get; }

    internal override bool? HigherIsBetter => true;

    private protected ConfusionMatrix Matrix { get; }

    private protected Tensor Sensitivities => Share(Matrix.TruePositives!.Value, Matrix.FalseNegatives!.Value);

    private protected Tensor Specificities => Share(Matrix.TrueNegatives!.Value, Matrix.FalsePositives!.Value);

    private protected Tensor Precisions => Share(Matrix.TruePositives!.Value, Matrix.FalsePositives!.Value);

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null) => Matrix.Update(yTrue, yPred, sampleWeight, classId: ClassId);

    private protected Tensor Best(Tensor dependent, Tensor constrained) =>
        Ops.Max(Ops.Where(constrained >= _wanted, dependent, Ops.ZerosLike(dependent)));

    private static Tensor Share(Tensor part, Tensor rest) => Ops.DivideNoNan(part, part + rest);
}
