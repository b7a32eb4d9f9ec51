using KerasNet.Conformance.Coverage;

namespace KerasNet.Conformance.Commands;

/// <summary><c>coverage INVENTORY [--write PORTING.md]</c>: which of Keras's public objects and parameters exist.</summary>
internal static class CoverageCommand
{
    private const string Marker = "<!-- What follows is written by test/KerasNet.Conformance, command coverage. -->";

    /// <summary>Prints the table, or writes it behind the marker of a file.</summary>
    /// <returns>0, or 2 when the arguments are wrong.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        switch (args)
        {
            case [var inventory] when File.Exists(inventory):
                output.Write(new CoverageTable(Inventory.Read(inventory)).Report());
                return 0;
            case [var inventory, "--write", var file] when File.Exists(inventory) && File.Exists(file):
                var text = File.ReadAllText(file);
                var at = text.IndexOf(Marker, StringComparison.Ordinal);
                if (at < 0)
                {
                    errors.WriteLine($"'{file}' has no line '{Marker}'.");
                    return 2;
                }

                File.WriteAllText(file, text[..(at + Marker.Length)] + "\n\n" + new CoverageTable(Inventory.Read(inventory)).Markdown());
                return 0;
            default:
                errors.WriteLine("Usage: coverage test/golden/keras-api.jsonl [--write PORTING.md]");
                return 2;
        }
    }
}
