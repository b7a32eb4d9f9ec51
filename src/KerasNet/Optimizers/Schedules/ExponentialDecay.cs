using KerasNet.Internal;

namespace KerasNet.Optimizers.Schedules;

/// <summary><c>initial · rate^(step / decaySteps)</c>.</summary>
/// <remarks>Python: <c>keras.optimizers.schedules.ExponentialDecay</c>.</remarks>
/// <param name="initialLearningRate">Rate at the start.</param>
/// <param name="decaySteps">Steps of one decay; positive.</param>
/// <param name="decayRate">Rate of decay.</param>
/// <param name="staircase">Whether the rate falls in steps.</param>
/// <param name="name">Name.</param>
public sealed class ExponentialDecay(double initialLearningRate, double decaySteps, double decayRate, bool staircase = false, string name = "ExponentialDecay") : LearningRateSchedule
{
    /// <summary>Rate at the start.</summary>
    public double InitialLearningRate { get; } = initialLearningRate;

    /// <summary>Steps of one decay; positive.</summary>
    public double DecaySteps { get; } = Require.Positive(decaySteps);

    /// <summary>Rate of decay.</summary>
    public double DecayRate { get; } = decayRate;

    /// <summary>Whether the rate falls in steps.</summary>
    public bool Staircase { get; } = staircase;

    /// <summary>Name.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public override Tensor Call(Tensor step)
    {
        var share = Number(step) / Number(DecaySteps);
        return Number(InitialLearningRate) * Ops.Power(Number(DecayRate), Staircase ? Ops.Floor(share) : share);
    }
}
