namespace KerasNet.Conformance.Commands;

/// <summary>The arguments <c>FOLDER [--backend NAME]</c>.</summary>
internal static class FolderArguments
{
    /// <summary>The folder, null where the arguments are wrong, which is said; and the backend, null for the usual one.</summary>
    public static (string? Folder, string? Backend) Read(IReadOnlyList<string> args, string command, TextWriter errors)
    {
        var (folder, backend) = args switch
        {
            [var f] => (f, null),
            [var f, "--backend", var b] => (f, b),
            ["--backend", var b, var f] => (f, b),
            _ => ((string?)null, (string?)null),
        };
        if (folder is not null && Directory.Exists(folder))
        {
            return (folder, backend);
        }

        errors.WriteLine(folder is null ? $"Usage: {command} FOLDER [--backend tensorflow|managed]" : $"There is no folder '{folder}'.");
        return (null, null);
    }
}
