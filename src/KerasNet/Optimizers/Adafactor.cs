namespace KerasNet.Optimizers;

/// <summary>Adam that keeps row and column sums instead of a square for each weight: for big models.</summary>
/// <remarks>Python: <c>keras.optimizers.Adafactor</c>. Source: Shazeer and Stern, 2018.</remarks>
/// <param name="learningRate">A number or a schedule; null: 0.001.</param>
/// <param name="beta2Decay">How fast the share of old squares grows.</param>
/// <param name="epsilon1">Added to squared gradients.</param>
/// <param name="epsilon2">Smallest size of a weight that scales the step.</param>
/// <param name="clipThreshold">Largest size of an update.</param>
/// <param name="relativeStep">Whether the rate falls with the number of steps.</param>
/// <param name="weightDecay">Share of each weight that is taken away per step, times the learning rate.</param>
/// <param name="clipnorm">Largest norm of each gradient.</param>
/// <param name="clipvalue">Largest absolute value in gradients.</param>
/// <param name="globalClipnorm">Largest norm of all gradients together.</param>
/// <param name="useEma">Whether a moving average of the weights is kept.</param>
/// <param name="emaMomentum">Share of the old average in the new.</param>
/// <param name="emaOverwriteFrequency">Steps after which the weights become their average; null: only at the end.</param>
/// <param name="lossScaleFactor">Factor of the loss and divisor of the gradients, for float16.</param>
/// <param name="gradientAccumulationSteps">Batches whose gradients make one update.</param>
/// <param name="name">Name; null: the next automatic one.</param>
public sealed class Adafactor(
    LearningRate? learningRate = null, double beta2Decay = -0.8, double epsilon1 = 1e-30, double epsilon2 = 1e-3, double clipThreshold = 1.0, bool relativeStep = true, double? weightDecay = null, double? clipnorm = null, double? clipvalue = null, double? globalClipnorm = null, bool useEma = false, double emaMomentum = 0.99, int? emaOverwriteFrequency = null, double? lossScaleFactor = null, int? gradientAccumulationSteps = null, string? name = null)
    : Optimizer(learningRate ?? 0.001, weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum, emaOverwriteFrequency, lossScaleFactor, gradientAccumulationSteps, name)
{
    /// <summary>How fast the share of old squares grows.</summary>
    [Saving.ConfigName("beta_2_decay")]
    public double Beta2Decay { get; } = beta2Decay;

    /// <summary>Added to squared gradients.</summary>
    [Saving.ConfigName("epsilon_1")]
    public double Epsilon1 { get; } = epsilon1;

    /// <summary>Smallest size of a weight that scales the step.</summary>
    [Saving.ConfigName("epsilon_2")]
    public double Epsilon2 { get; } = epsilon2;

    /// <summary>Largest size of an update.</summary>
    public double ClipThreshold { get; } = clipThreshold;

    /// <summary>Whether the rate falls with the number of steps.</summary>
    public bool RelativeStep { get; } = relativeStep;

    private IReadOnlyList<KerasVariable> _squares = [];
    private IReadOnlyList<KerasVariable?> _rows = [];
    private IReadOnlyList<KerasVariable?> _columns = [];

    /// <inheritdoc/>
    protected override void BuildSlots(IReadOnlyList<KerasVariable> variables)
    {
        var (rows, columns, squares) = (new List<KerasVariable?>(), new List<KerasVariable?>(), new List<KerasVariable>());
        foreach (var variable in variables)
        {
            rows.Add(Factor(variable, s => s[..^1]));
            columns.Add(Factor(variable, s => s.Remove(s.Rank - 2)));
            squares.Add(AddSlot(variable, "velocity"));
        }

        (_rows, _columns, _squares) = (rows, columns, squares);
    }

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        var (dtype, i) = (variable.DType, IndexOf(variable));
        var falling = Number("falling", dtype, () => 1 / Ops.Sqrt(LocalStep(dtype)));
        var rate = Number("relative", dtype, () => Ops.Minimum(learningRate, falling));
        var kept = Number("kept", dtype, () => 1 - Ops.Power(LocalStep(dtype), Beta2Decay));
        var share = Number("share", dtype, () => 1 - kept);
        var square = Ops.Square(gradient) + Epsilon1;
        Tensor velocity;
        if (_rows[i] is { } r && _columns[i] is { } c && variable.Shape.Rank >= 2)
        {
            var rows = (kept * r.Value) + (share * Ops.Mean(square, axis: -1));
            var columns = (kept * c.Value) + (share * Ops.Mean(square, axis: -2));
            Assign(r, rows);
            Assign(c, columns);
            velocity = Ops.ExpandDims(rows / Ops.Mean(rows, axis: -1, keepdims: true), -1) * Ops.ExpandDims(columns, -2);
        }
        else
        {
            velocity = (kept * _squares[i].Value) + (share * square);
        }

        Assign(_squares[i], velocity);
        var update = gradient / Ops.Sqrt(velocity);
        update /= Ops.Maximum(Size(update) / ClipThreshold, 1.0);
        Assign(variable, variable.Value - (Ops.Maximum(Size(variable.Value), Epsilon2) * rate * update));
    }

    private static Tensor Size(Tensor x) => Ops.Sqrt(Ops.Mean(Ops.Square(x)));

    /// <summary>The slot of a matrix's rows or columns; vectors have a placeholder, as in Keras's files.</summary>
    private KerasVariable Factor(KerasVariable variable, Func<TensorShape, TensorShape> part)
    {
        if (variable.Shape.Rank >= 2)
        {
            return AddVariable(part(variable.Shape), variable.DType, variable.Name);
        }

        var placeholder = new KerasVariable(RawOps.Scalar(0, Keras.Config.FloatX), variable.Name, trainable: false);
        Track(placeholder);
        return placeholder;
    }
}
