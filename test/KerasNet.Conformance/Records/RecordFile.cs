using System.Text.Json;
using KerasNet.Conformance.Replays;

namespace KerasNet.Conformance.Records;

/// <summary>A file of records, one JSON object a line. Its name says what they are.</summary>
internal static class RecordFile
{
    /// <summary>Replays every line; each counts once.</summary>
    public static IEnumerable<Outcome> Replay(string path)
    {
        var replay = IReplay.For(Path.GetFileNameWithoutExtension(path));
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0)
            {
                yield return One(replay, line, number);
            }
        }
    }

    private static Outcome One(IReplay? replay, string line, int number)
    {
        var (test, what) = (string.Empty, "record");
        try
        {
            var record = RecordText.Parse(line);
            test = Text(record, "test") ?? string.Empty;
            what = Text(record, "class") ?? Text(record, "name") ?? what;
            if (replay is null)
            {
                throw new MismatchException($"The file's name says nothing of what it holds. Known names: {string.Join(", ", IReplay.Kinds)}.");
            }

            if (Text(record, "skipped") is { } reason)
            {
                throw new SkipException($"recorded without values: {reason}");
            }

            replay.Replay(record);
            return new Outcome(OutcomeKind.Passed, number, test, what, string.Empty);
        }
        catch (SkipException skip)
        {
            return new Outcome(OutcomeKind.Skipped, number, test, what, skip.Message);
        }
        catch (MismatchException mismatch)
        {
            return new Outcome(OutcomeKind.Failed, number, test, what, mismatch.Message);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Whatever a layer or an op throws is that record's failure, not the runner's end.
            return new Outcome(OutcomeKind.Failed, number, test, what, $"expected: a result\nreceived: {error.GetType().Name}: {error.Message}");
        }
    }

    private static string? Text(JsonElement record, string key) =>
        record.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
