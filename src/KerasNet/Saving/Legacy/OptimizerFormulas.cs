using System.Text.Json.Nodes;
using KerasNet.Optimizers;

namespace KerasNet.Saving.Legacy;

/// <summary>Arguments of optimizers whose formula changed between versions. Row 21 of loading-traps.md.</summary>
internal static class OptimizerFormulas
{
    /// <summary>An optimizer that computes as that of the file did.</summary>
    public static Optimizer Adapt(Optimizer optimizer, JsonObject config, KerasOrigin origin)
    {
        optimizer.SumsRows = origin.Major < 3;
        if (optimizer is Nadam nadam && origin.Major < 3 && (config["schedule_decay"].Number() ?? config["decay"].Number()) is { } decay)
        {
            nadam.ScheduleDecay = decay;
        }

        if (optimizer is RMSprop { Momentum: 0 } rms && (origin.Major < 2 || origin is { Major: 2, Minor: < 11 }))
        {
            rms.EpsilonOutside = true;
        }

        if (optimizer is Adagrad adagrad && origin.IsBeforeTensorFlow)
        {
            adagrad.EpsilonOutside = true;
        }

        return optimizer;
    }

    public static void Apply(string name, JsonObject config, KerasOrigin origin)
    {
        if (name != "Nadam")
        {
            config.Drop("schedule_decay");
            return;
        }

        // The momentum's schedule; tf.keras called it decay. Keras 3 has it fixed.
        config.Drop("schedule_decay");
        if (!origin.IsBeforeTensorFlow)
        {
            config.Drop("decay");
        }
    }
}
