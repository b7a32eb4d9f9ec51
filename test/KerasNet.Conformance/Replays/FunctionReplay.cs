using System.Runtime.ExceptionServices;
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
        void Check() => Expectation.Check(record, () => FunctionCall.Bind(name, [.. find(name)], arguments.Positional, arguments.Named).Invoke());
        try
        {
            Check();
        }
        catch (Exception error) when (TakesDataFormat(name) && !arguments.Named.ContainsKey("data_format"))
        {
            // Some of Keras's tests switch the default order of channels, which the records do not tell.
            using var scope = Keras.Scope(Keras.Backend.Name);
            Keras.Config.ImageDataFormat = "channels_first";
            try
            {
                Check();
            }
            catch (Exception)
            {
                ExceptionDispatchInfo.Throw(error);
            }
        }
    }

    private bool TakesDataFormat(string name) => find(name).Any(c => c.Method.GetParameters().Any(p => p.Name == "dataFormat"));
}
