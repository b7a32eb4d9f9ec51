using System.Diagnostics;

namespace KerasNet.Hdf5.Fuzz;

/// <summary>Many damaged files, one after another, in a thread that is watched.</summary>
internal static class Mutations
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    public static int Run(int from, int count, string[] folders)
    {
        byte[][] files = [.. folders.SelectMany(f => Directory.GetFiles(f, "*.h5", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        int current = from;
        long begun = Stopwatch.GetTimestamp();
        long whole = 0, part = 0, refused = 0;
        var greedy = new SortedDictionary<string, (int Times, int Seed)>(StringComparer.Ordinal);
        TimeSpan longest = default;
        int longestSeed = from;
        string? failure = null;
        var worker = new Thread(() =>
        {
            for (int seed = from; seed < from + count && failure is null; seed++)
            {
                Volatile.Write(ref begun, Stopwatch.GetTimestamp());
                Volatile.Write(ref current, seed);
                var walk = new FileWalk();
                try
                {
                    walk.Run(Mutator.Damage(files[seed % files.Length], seed));
                }
                catch (Exception e)
                {
                    failure = $"seed {seed}: {e}";
                }

                TimeSpan took = Stopwatch.GetElapsedTime(begun);
                (longest, longestSeed) = took > longest ? (took, seed) : (longest, longestSeed);
                if (walk.AskedTooMuch is { } place)
                {
                    greedy[place] = greedy.TryGetValue(place, out (int Times, int Seed) before) ? (before.Times + 1, before.Seed) : (1, seed);
                }

                _ = walk.Refused == 0 ? whole++ : walk.Read == 0 ? refused++ : part++;
            }
        });
        worker.Start();
        while (!worker.Join(100))
        {
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref begun)) > s_longest)
            {
                Console.WriteLine($"seed {current} takes longer than {s_longest.TotalSeconds} s");
                Environment.Exit(1);
            }
        }

        Console.WriteLine($"{count} mutants of {files.Length} files from seed {from}: {whole} read whole, {part} in part, {refused} refused at once; " +
            $"longest {longest.TotalMilliseconds:0} ms (seed {longestSeed}), {greedy.Values.Sum(g => g.Times)} asked for more than {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} MB");
        foreach ((string place, (int times, int seed)) in greedy)
        {
            Console.WriteLine($"  {times} in {place} (seed {seed})");
        }

        Console.WriteLine(failure ?? "no crash, no hang, nothing but InvalidDataException");
        return failure is null ? 0 : 1;
    }
}
