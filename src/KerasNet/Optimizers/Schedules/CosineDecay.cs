using KerasNet.Internal;

namespace KerasNet.Optimizers.Schedules;

/// <summary>From the initial rate to nearly zero along half a cosine, after an optional linear warm-up.</summary>
/// <remarks>Python: <c>keras.optimizers.schedules.CosineDecay</c>.</remarks>
/// <param name="initialLearningRate">Rate at the start.</param>
/// <param name="decaySteps">Steps of one decay; positive.</param>
/// <param name="alpha">Smallest rate as a share of the largest.</param>
/// <param name="name">Name.</param>
/// <param name="warmupTarget">Rate at the end of the warm-up; null: no warm-up.</param>
/// <param name="warmupSteps">Steps of the warm-up.</param>
public sealed class CosineDecay(double initialLearningRate, double decaySteps, double alpha = 0.0, string name = "CosineDecay", double? warmupTarget = null, double warmupSteps = 0) : LearningRateSchedule
{
    /// <summary>Rate at the start.</summary>
    public double InitialLearningRate { get; } = initialLearningRate;

    /// <summary>Steps of one decay; positive.</summary>
    public double DecaySteps { get; } = Require.Positive(decaySteps);

    /// <summary>Smallest rate as a share of the largest.</summary>
    public double Alpha { get; } = alpha;

    /// <summary>Name.</summary>
    public string Name { get; } = name;

    /// <summary>Rate at the end of the warm-up; null: no warm-up.</summary>
    public double? WarmupTarget { get; } = warmupTarget;

    /// <summary>Steps of the warm-up.</summary>
    public double WarmupSteps { get; } = warmupSteps;

    /// <inheritdoc/>
    public override Tensor Call(Tensor step)
    {
        var (now, steps) = (Number(step), Number(DecaySteps));
        if (WarmupTarget is not { } target)
        {
            return Decay(Ops.Minimum(now, steps), InitialLearningRate);
        }

        var warmup = Number(WarmupSteps);
        now = Ops.Minimum(now, steps + warmup);
        var rising = (Number(target - InitialLearningRate) * (now / warmup)) + Number(InitialLearningRate);
        return Ops.Where(now < warmup, rising, Decay(now - warmup, target));
    }

    private Tensor Decay(Tensor step, double from)
    {
        var cosine = 0.5 * (1.0 + Ops.Cos(Number(Math.PI) * (step / Number(DecaySteps))));
        return Number(from) * (((1 - Alpha) * cosine) + Alpha);
    }
}
