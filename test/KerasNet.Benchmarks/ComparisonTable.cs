using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace KerasNet.Benchmarks;

/// <summary>Runs both sides in turn, workload by workload, and prints the ratios.</summary>
internal static class ComparisonTable
{
    public static int Print(RunOptions options)
    {
        if (options.Python is not { } python)
        {
            Console.Error.WriteLine("The table needs Python's side. Pass --python \"COMMAND\", for instance --python \"python python_keras.py\".");
            return 2;
        }

        Console.WriteLine("| workload | metric | KerasNet | Python Keras | ratio |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: |");
        foreach (var name in Workloads.All.Keys.Where(options.Wants))
        {
            var tail = $"--only {name} --seconds {options.Seconds.ToString(CultureInfo.InvariantCulture)}{(options.FirstStep ? string.Empty : " --no-first-step")}";
            var ours = Run(Environment.ProcessPath!, $"{(Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? typeof(ComparisonTable).Assembly.Location + " " : string.Empty)}keras {tail}");
            var space = python.IndexOf(' ');
            var theirs = Run(space < 0 ? python : python[..space], (space < 0 ? string.Empty : python[(space + 1)..] + " ") + tail);
            foreach (var line in ours)
            {
                if (theirs.Find(t => t.Workload == line.Workload && t.Metric == line.Metric) is { } other)
                {
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {line.Workload} | {line.Metric} | {line.Value:F1} {line.Unit} | {other.Value:F1} {other.Unit} | {other.Value / line.Value:F1}x |"));
                }
            }
        }

        return 0;
    }

    private static List<Measurement> Run(string file, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return [.. output.Split('\n').Where(l => l.StartsWith('{')).Select(l => JsonSerializer.Deserialize<Measurement>(l)!)];
    }
}
