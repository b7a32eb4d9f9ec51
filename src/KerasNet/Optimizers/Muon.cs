using System.Text.RegularExpressions;

namespace KerasNet.Optimizers;

/// <summary>Momentum whose matrices are made nearly orthogonal before each step; all other weights, embeddings and excluded layers train by AdamW.</summary>
/// <remarks>Python: <c>keras.optimizers.Muon</c>. Source: Jordan et al., 2024; Liu et al., 2025.</remarks>
/// <param name="learningRate">A number or a schedule; null: 0.001.</param>
/// <param name="adamBeta1">AdamW: share of the old average of gradients in the new.</param>
/// <param name="adamBeta2">AdamW: share of the old average of squared gradients in the new.</param>
/// <param name="adamWeightDecay">AdamW: share of each weight that is taken away per step, times the learning rate.</param>
/// <param name="epsilon">AdamW: keeps divisions finite.</param>
/// <param name="weightDecay">Share of each other weight that is taken away per step, times the learning rate.</param>
/// <param name="clipnorm">Largest norm of each gradient.</param>
/// <param name="clipvalue">Largest absolute value in gradients.</param>
/// <param name="globalClipnorm">Largest norm of all gradients together.</param>
/// <param name="useEma">Whether a moving average of the weights is kept.</param>
/// <param name="emaMomentum">Share of the old average in the new.</param>
/// <param name="emaOverwriteFrequency">Steps after which the weights become their average; null: only at the end.</param>
/// <param name="lossScaleFactor">Factor of the loss and divisor of the gradients, for float16.</param>
/// <param name="gradientAccumulationSteps">Batches whose gradients make one update.</param>
/// <param name="name">Name; null: the next automatic one.</param>
/// <param name="excludeLayers">Patterns: weights whose path matches one train by AdamW.</param>
/// <param name="excludeEmbeddings">Whether embeddings train by AdamW.</param>
/// <param name="muonA">First number of the iteration.</param>
/// <param name="muonB">Second number of the iteration.</param>
/// <param name="muonC">Third number of the iteration.</param>
/// <param name="adamLrRatio">AdamW's learning rate as a multiple of the other.</param>
/// <param name="momentum">Share of the old average of gradients in the new.</param>
/// <param name="nsSteps">Number of iterations.</param>
/// <param name="nesterov">Whether the gradient is taken after the momentum.</param>
/// <param name="rmsRate">Scale of the steps with the root of the larger size; null: none.</param>
public sealed class Muon(
    LearningRate? learningRate = null, double adamBeta1 = 0.9, double adamBeta2 = 0.999, double adamWeightDecay = 0.004, double epsilon = 1e-7, double? weightDecay = 0.004, double? clipnorm = null, double? clipvalue = null, double? globalClipnorm = null,
    bool useEma = false, double emaMomentum = 0.99, int? emaOverwriteFrequency = null, double? lossScaleFactor = null, int? gradientAccumulationSteps = null, string? name = null, IReadOnlyList<string>? excludeLayers = null, bool excludeEmbeddings = true,
    double muonA = 3.4445, double muonB = -4.7750, double muonC = 2.0315, double adamLrRatio = 1, double momentum = 0.95, int nsSteps = 5, bool nesterov = true, double? rmsRate = 0.2)
    : Optimizer(learningRate ?? 0.001, weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum, emaOverwriteFrequency, lossScaleFactor, gradientAccumulationSteps, name)
{
    private readonly Dictionary<KerasVariable, (KerasVariable Momentum, KerasVariable? Velocity)> _slots = [];

    /// <summary>AdamW: share of the old average of gradients in the new.</summary>
    [Saving.ConfigName("adam_beta_1")]
    public double AdamBeta1 { get; } = adamBeta1;

    /// <summary>AdamW: share of the old average of squared gradients in the new.</summary>
    [Saving.ConfigName("adam_beta_2")]
    public double AdamBeta2 { get; } = adamBeta2;

    /// <summary>AdamW: share of each weight that is taken away per step, times the learning rate.</summary>
    public double AdamWeightDecay { get; } = adamWeightDecay;

    /// <summary>AdamW: keeps divisions finite.</summary>
    public double Epsilon { get; } = epsilon;

    /// <summary>Patterns: weights whose path matches one train by AdamW.</summary>
    public IReadOnlyList<string> ExcludeLayers { get; } = excludeLayers ?? [];

    /// <summary>Whether embeddings train by AdamW.</summary>
    public bool ExcludeEmbeddings { get; } = excludeEmbeddings;

    /// <summary>First number of the iteration.</summary>
    public double MuonA { get; } = muonA;

    /// <summary>Second number of the iteration.</summary>
    public double MuonB { get; } = muonB;

    /// <summary>Third number of the iteration.</summary>
    public double MuonC { get; } = muonC;

    /// <summary>AdamW's learning rate as a multiple of the other.</summary>
    public double AdamLrRatio { get; } = adamLrRatio;

    /// <summary>Share of the old average of gradients in the new.</summary>
    public double Momentum { get; } = momentum;

    /// <summary>Number of iterations.</summary>
    public int NsSteps { get; } = nsSteps;

    /// <summary>Whether the gradient is taken after the momentum.</summary>
    public bool Nesterov { get; } = nesterov;

    /// <summary>Scale of the steps with the root of the larger size; null: none.</summary>
    public double? RmsRate { get; } = rmsRate;

    /// <inheritdoc/>
    protected override void BuildSlots(IReadOnlyList<KerasVariable> variables)
    {
        foreach (var variable in variables)
        {
            _slots[variable] = (AddSlot(variable, "momentum"), TrainsByAdam(variable) ? AddSlot(variable, "velocity") : null);
        }
    }

    /// <inheritdoc/>
    protected override double? DecayOf(KerasVariable variable) => TrainsByAdam(variable) ? AdamWeightDecay : WeightDecay;

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        var (m, v) = _slots[variable];
        if (v is not null)
        {
            Adam(gradient, variable, learningRate * AdamLrRatio, m, v);
            return;
        }

        var average = m.Value + (gradient + (m.Value * (Momentum - 1)));
        Assign(m, average);
        var step = learningRate * Orthogonal(Nesterov ? gradient + (Momentum * average) : average);
        var scale = RmsRate is { } rate ? Math.Sqrt(Math.Max(variable.Shape[0], variable.Shape[1])) * rate : 1;
        Assign(variable, variable.Value - (step * scale));
    }

    private void Adam(Tensor gradient, KerasVariable variable, Tensor learningRate, KerasVariable m, KerasVariable v)
    {
        var type = variable.DType;
        var correction = Number("muon_adam", type, () => Ops.Sqrt(1 - Ops.Power(RawOps.Scalar(AdamBeta2, type), LocalStep(type))) / (1 - Ops.Power(RawOps.Scalar(AdamBeta1, type), LocalStep(type))));
        var average = m.Value + ((gradient - m.Value) * (1 - AdamBeta1));
        var squares = v.Value + ((Ops.Square(gradient) - v.Value) * (1 - AdamBeta2));
        Assign(m, average);
        Assign(v, squares);
        Assign(variable, variable.Value - (average * (learningRate * correction) / (Ops.Sqrt(squares) + Epsilon)));
    }

    /// <summary>Newton and Schulz's iteration: singular values near 1, the vectors of the matrix.</summary>
    private Tensor Orthogonal(Tensor x)
    {
        var tall = x.Shape[0] > x.Shape[1];
        x = tall ? Ops.Transpose(x) : x;
        x /= Ops.Norm(x, (double?)null, [0, 1], keepdims: true) + 1e-7;
        for (var i = 0; i < NsSteps; i++)
        {
            var square = Ops.MatMul(x, Ops.Transpose(x));
            x = (MuonA * x) + Ops.MatMul((MuonB * square) + (MuonC * Ops.MatMul(square, square)), x);
        }

        return tall ? Ops.Transpose(x) : x;
    }

    private bool TrainsByAdam(KerasVariable variable) => variable.Shape.Rank != 2
        || (ExcludeEmbeddings && variable.Path.Contains("embedding", StringComparison.OrdinalIgnoreCase))
        || ExcludeLayers.Any(p => Regex.IsMatch(variable.Path, p, RegexOptions.None, TimeSpan.FromSeconds(1)));
}
