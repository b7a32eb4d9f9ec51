using System.Text.Json;
using KerasNet.Conformance.Calls;

namespace KerasNet.Conformance.Replays;

/// <summary>Calls of functions: ops, activations, losses as functions.</summary>
internal sealed class FunctionReplay(Func<string, IEnumerable<FunctionCatalog.Candidate>> find) : IReplay
{
    public void Replay(JsonElement record)
    {
        var name = record.GetProperty("name").GetString()!;
        var arguments = new Arguments(record);
        Expectation.Check(record, () => FunctionCall.Bind(name, [.. find(name)], arguments.Positional, arguments.Named).Invoke());
    }
}
