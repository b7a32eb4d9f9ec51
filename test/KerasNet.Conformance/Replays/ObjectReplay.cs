using System.Text.Json;
using KerasNet.Conformance.Calls;

namespace KerasNet.Conformance.Replays;

/// <summary>Single calls of objects: losses, schedules, regularizers, constraints.</summary>
internal sealed class ObjectReplay<T>(Func<T, Arguments, Tensor> call) : IReplay
    where T : class
{
    public void Replay(JsonElement record) =>
        Expectation.Check(record, () => call(RecordedObject.Create<T>(record.GetProperty("config")), new Arguments(record)));
}
