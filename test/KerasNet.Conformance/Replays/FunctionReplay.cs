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
        Exception? Failure()
        {
            try
            {
                Expectation.Check(record, () => FunctionCall.Bind(name, [.. find(name)], arguments.Positional, arguments.Named).Invoke());
                return null;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                return error;
            }
        }

        if (Failure() is not { } failure)
        {
            return;
        }

        // The records do not tell two things: whether an array was NumPy's or TensorFlow's, of which some functions of Keras take the 64-bit types differently,
        // and which order of channels was the default, which some of Keras's tests switch.
        if (arguments.HasWideArrays)
        {
            arguments.TakeAsArrays();
            if (Failure() is null)
            {
                return;
            }
        }

        if (TakesDataFormat(name) && !arguments.Named.ContainsKey("data_format"))
        {
            using var scope = Keras.Scope(Keras.Backend.Name);
            Keras.Config.ImageDataFormat = "channels_first";
            if (Failure() is null)
            {
                return;
            }
        }

        ExceptionDispatchInfo.Throw(failure);
    }

    private bool TakesDataFormat(string name) => find(name).Any(c => c.Method.GetParameters().Any(p => p.Name == "dataFormat"));
}
