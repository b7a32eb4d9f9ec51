using KerasNet.Conformance.ModelFiles;
using KerasNet.Conformance.Records;

namespace KerasNet.Conformance.Commands;

/// <summary><c>models FOLDER [--backend NAME]</c>: opens every model file of a folder and compares what it computes with what the Keras that wrote it computed.</summary>
internal static class ModelsCommand
{
    /// <summary>Prints a line for each case, and the sum.</summary>
    /// <returns>0 when nothing failed, 1 when something did, 2 when the arguments are wrong.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        var (folder, backend) = FolderArguments.Read(args, "models", errors);
        if (folder is null)
        {
            return 2;
        }

        var cases = ModelCases.Find(folder);
        if (cases.Count == 0)
        {
            errors.WriteLine($"There are no models with data beside them in '{folder}'.");
            return 2;
        }

        var (passed, failed, skipped) = (0, 0, 0);
        foreach (var one in cases)
        {
            var result = ModelRun.Run(one, backend);
            if (result.Kind == OutcomeKind.Failed && KerasOwnReload.Failure(one) is { } why)
            {
                result = new ModelResult(OutcomeKind.Skipped, 0, why);
            }

            (passed, failed, skipped) = result.Kind switch
            {
                OutcomeKind.Passed => (passed + 1, failed, skipped),
                OutcomeKind.Failed => (passed, failed + 1, skipped),
                _ => (passed, failed, skipped + 1),
            };
            output.WriteLine($"{Path.GetRelativePath(folder, one.Folder)} {one.Name}: {result}");
        }

        output.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
        return failed > 0 ? 1 : 0;
    }
}
