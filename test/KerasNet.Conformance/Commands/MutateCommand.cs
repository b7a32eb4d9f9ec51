using KerasNet.Conformance.Mutants;

namespace KerasNet.Conformance.Commands;

/// <summary><c>mutate FOLDER COUNT SEED [--backend NAME]</c>: opens damaged copies of the model files of a folder.</summary>
internal static class MutateCommand
{
    /// <summary>Prints each fault with its seed, and the sum.</summary>
    /// <returns>0 without faults, 1 with some, 2 when the arguments are wrong.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        if (args is not [var folder, var times, var first, ..] || args.Count is not (3 or 5) || !int.TryParse(times, out var count) || !int.TryParse(first, out var seed) || !Directory.Exists(folder))
        {
            errors.WriteLine("Usage: mutate FOLDER COUNT SEED [--backend tensorflow|managed]");
            return 2;
        }

        string[] files = [.. Directory.GetFiles(folder, "model*.*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".h5" or ".keras" or ".json" && !f.Contains(".weights.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        using var scope = Keras.Scope(args.Count == 5 ? args[4] : "managed");
        var place = Directory.CreateTempSubdirectory("mutants").FullName;
        var faults = 0;
        var whole = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        try
        {
            for (var i = seed; i < seed + count; i++)
            {
                var file = files[i % files.Length];
                if (!whole.TryGetValue(file, out var bytes))
                {
                    whole[file] = bytes = File.ReadAllBytes(file);
                }

                if (MutantRun.Fault(ModelMutator.Damage(bytes, Path.GetExtension(file), i), Path.Combine(place, "model" + Path.GetExtension(file))) is { } fault)
                {
                    faults++;
                    output.WriteLine($"seed {i}, {Path.GetRelativePath(folder, file)}: {fault}");
                }

                if (i % 200 == 0)
                {
                    Keras.ClearSession();
                }
            }
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }

        output.WriteLine($"{count} mutants of {files.Length} files from seed {seed}: {faults} faults");
        return faults > 0 ? 1 : 0;
    }
}
