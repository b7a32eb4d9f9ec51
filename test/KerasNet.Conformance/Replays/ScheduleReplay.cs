using System.Text.Json;
using KerasNet.Conformance.Calls;
using KerasNet.Optimizers.Schedules;

namespace KerasNet.Conformance.Replays;

/// <summary>Schedules: the rate at a step.</summary>
internal sealed class ScheduleReplay : IReplay
{
    public void Replay(JsonElement record)
    {
        // A config does not say whether the first rate was a float64 of NumPy; the result does.
        using var scope = Keras.Scope();
        if (record.TryGetProperty("result", out var result) && result.TryGetProperty("__nd__", out var dtype) && DataTypes.Parse(dtype.GetString()!) is DataType.Float64)
        {
            Keras.Config.FloatX = DataType.Float64;
        }

        Expectation.Check(record, () => RecordedObject.Create<LearningRateSchedule>(record.GetProperty("config")).Call(new Arguments(record).Tensor(0, "step")));
    }
}
