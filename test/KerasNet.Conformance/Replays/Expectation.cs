using System.Text.Json;
using KerasNet.Conformance.Records;

namespace KerasNet.Conformance.Replays;

/// <summary>A record's <c>result</c>, or the error that it says Keras raised.</summary>
internal static class Expectation
{
    public static void Check(JsonElement record, Func<object?> call, Action<object?, object?>? compare = null)
    {
        if (!record.TryGetProperty("raises", out var raises))
        {
            (compare ?? ((want, got) => Comparison.Same(want, got, "result")))(RecordedValue.Read(record.GetProperty("result")), call());
            return;
        }

        object? result;
        try
        {
            result = call();
        }
        catch (Exception error) when (IsMeant(error))
        {
            return;
        }

        throw Comparison.Differ("error", $"{raises.GetString()}: {(record.TryGetProperty("message", out var m) ? m.GetString() : string.Empty)}", $"no error, but {result}");
    }

    /// <summary>Errors that somebody wrote for the user; not those of a slip in the code.</summary>
    private static bool IsMeant(Exception error) =>
        error is ArgumentException or InvalidOperationException or NotSupportedException or TensorFlow.TensorFlowException or FormatException or OverflowException;
}
