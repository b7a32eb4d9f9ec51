using KerasNet.Internal;

namespace KerasNet.Optimizers.Schedules;

/// <summary>From the initial to the end rate along a polynomial.</summary>
/// <remarks>Python: <c>keras.optimizers.schedules.PolynomialDecay</c>.</remarks>
/// <param name="initialLearningRate">Rate at the start.</param>
/// <param name="decaySteps">Steps of one decay; positive.</param>
/// <param name="endLearningRate">Rate at the end.</param>
/// <param name="power">Power of the polynomial.</param>
/// <param name="cycle">Whether it begins anew after <c>decaySteps</c>, from a lower rate.</param>
/// <param name="name">Name.</param>
public sealed class PolynomialDecay(double initialLearningRate, double decaySteps, double endLearningRate = 0.0001, double power = 1.0, bool cycle = false, string name = "PolynomialDecay") : LearningRateSchedule
{
    /// <summary>Rate at the start.</summary>
    public double InitialLearningRate { get; } = initialLearningRate;

    /// <summary>Steps of one decay; positive.</summary>
    public double DecaySteps { get; } = Require.Positive(decaySteps);

    /// <summary>Rate at the end.</summary>
    public double EndLearningRate { get; } = endLearningRate;

    /// <summary>Power of the polynomial.</summary>
    public double Power { get; } = power;

    /// <summary>Whether it begins anew after <c>decaySteps</c>, from a lower rate.</summary>
    public bool Cycle { get; } = cycle;

    /// <summary>Name.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public override Tensor Call(Tensor step)
    {
        var (now, steps) = (Number(step), Number(DecaySteps));
        if (Cycle)
        {
            steps *= Ops.Maximum(Ops.Ceil(now / Number(DecaySteps)), 1.0);
        }
        else
        {
            now = Ops.Minimum(now, steps);
        }

        return (Number(InitialLearningRate - EndLearningRate) * Ops.Power(1.0 - (now / steps), Number(Power))) + Number(EndLearningRate);
    }
}
