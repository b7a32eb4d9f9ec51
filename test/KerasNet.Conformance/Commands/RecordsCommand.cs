using KerasNet.Conformance.Records;

namespace KerasNet.Conformance.Commands;

/// <summary><c>records FOLDER [--backend NAME]</c>: replays the recorded cases of every file of a folder.</summary>
internal static class RecordsCommand
{
    /// <summary>Prints every failure, every skip, a line for each file and the sum.</summary>
    /// <returns>0 when nothing failed, 1 when something did, 2 when the arguments are wrong.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        var (folder, backend) = FolderArguments.Read(args, "records", errors);
        if (folder is null)
        {
            return 2;
        }

        string[] files = [.. Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal)];
        if (files.Length == 0)
        {
            errors.WriteLine($"There are no *.jsonl files in '{folder}'.");
            return 2;
        }

        using var scope = Keras.Scope(backend);
        var sum = new Tally();
        foreach (var file in files)
        {
            sum.Add(File(file, output));
        }

        output.WriteLine(sum);
        return sum.Failed > 0 ? 1 : 0;
    }

    private static Tally File(string file, TextWriter output)
    {
        var tally = new Tally();
        foreach (var outcome in RecordFile.Replay(file))
        {
            tally.Add(outcome);
            if (outcome.Kind != OutcomeKind.Passed)
            {
                output.WriteLine(outcome);
            }
        }

        output.WriteLine($"{Path.GetFileName(file)}: {tally}");
        return tally;
    }
}
