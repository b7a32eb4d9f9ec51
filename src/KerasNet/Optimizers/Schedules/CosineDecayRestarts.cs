using KerasNet.Internal;

namespace KerasNet.Optimizers.Schedules;

/// <summary>Cosine decay that begins anew, each time longer and from a lower rate.</summary>
/// <remarks>Python: <c>keras.optimizers.schedules.CosineDecayRestarts</c>.</remarks>
/// <param name="initialLearningRate">Rate at the start.</param>
/// <param name="firstDecaySteps">Steps of the first decay; positive.</param>
/// <param name="tMul">How much longer each decay is than the last.</param>
/// <param name="mMul">How much lower each decay begins than the last.</param>
/// <param name="alpha">Smallest rate as a share of the largest.</param>
/// <param name="name">Name.</param>
public sealed class CosineDecayRestarts(double initialLearningRate, double firstDecaySteps, double tMul = 2.0, double mMul = 1.0, double alpha = 0.0, string name = "SGDRDecay") : LearningRateSchedule
{
    /// <summary>Rate at the start.</summary>
    public double InitialLearningRate { get; } = initialLearningRate;

    /// <summary>Steps of the first decay; positive.</summary>
    public double FirstDecaySteps { get; } = Require.Positive(firstDecaySteps);

    /// <summary>How much longer each decay is than the last.</summary>
    public double TMul { get; } = tMul;

    /// <summary>How much lower each decay begins than the last.</summary>
    public double MMul { get; } = mMul;

    /// <summary>Smallest rate as a share of the largest.</summary>
    public double Alpha { get; } = alpha;

    /// <summary>Name.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public override Tensor Call(Tensor step)
    {
        var share = Number(step) / Number(FirstDecaySteps);
        Tensor restart;
        if (TMul == 1)
        {
            restart = Ops.Floor(share);
            share -= restart;
        }
        else
        {
            var growth = Number(TMul);
            restart = Ops.Floor(Ops.Log(1.0 - (share * (1.0 - growth))) / Ops.Log(growth));
            var length = Ops.Power(growth, restart);
            share = (share - ((1.0 - length) / (1.0 - growth))) / length;
        }

        var cosine = 0.5 * Ops.Power(Number(MMul), restart) * (1.0 + Ops.Cos(Number(Math.PI) * share));
        return Number(InitialLearningRate) * (((1.0 - Number(Alpha)) * cosine) + Number(Alpha));
    }
}
