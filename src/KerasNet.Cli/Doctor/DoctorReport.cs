using System.Reflection;
using System.Runtime.InteropServices;
using KerasNet.TensorFlow.Native;
using KerasNet.TensorFlow.Runtime;
using Spectre.Console;

namespace KerasNet.Cli.Doctor;

/// <summary>Prints a diagnosis: plain lines that a person can copy into a bug report.</summary>
internal static class DoctorReport
{
    private const string OneDnn = "TF_ENABLE_ONEDNN_OPTS";
    private const int WidthOfFiles = 4096; // a path in a log must not be broken

    public static void Write(IAnsiConsole console, Diagnosis diagnosis)
    {
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthOfFiles;
        }

        var version = typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
        console.MarkupLineInterpolated($"[bold]KerasNet {version}[/] on {RuntimeInformation.FrameworkDescription}, {Platform.Rid}, {Environment.ProcessorCount} threads");
        console.MarkupLineInterpolated($"processor     {string.Join(", ", CpuFeatures.Present())}");
        console.WriteLine();
        WriteSearch(console, diagnosis.Search);
        console.WriteLine();
        WriteTensorFlow(console, diagnosis);
        WriteBackend(console, diagnosis);
    }

    private static void WriteSearch(IAnsiConsole console, LibrarySearch search)
    {
        console.MarkupLine("[bold]Where TensorFlow was looked for[/]");
        if (Environment.GetEnvironmentVariable(SearchPlaces.NamedVariable) is null or "")
        {
            console.MarkupLineInterpolated($"  -  {SearchPlaces.NamedVariable}: not set");
        }

        foreach (var step in search.Steps)
        {
            console.MarkupLineInterpolated($"  {(step.Result is SearchResult.Found ? "ok" : "- ")} {step.Place}: {step.Path} {step.Outcome}");
        }
    }

    private static void WriteTensorFlow(IAnsiConsole console, Diagnosis diagnosis)
    {
        if (diagnosis.Version is { } version)
        {
            console.MarkupLineInterpolated($"[bold]TensorFlow[/]    {version}, {diagnosis.Search.LibraryPath}");
            foreach (var device in diagnosis.Devices)
            {
                var memory = device.Type == "CPU" ? "" : $", {device.MemoryBytes >> 20} MB";
                console.MarkupLineInterpolated($"device        {device.Name} ({device.Type}{memory})");
            }

            console.MarkupLineInterpolated($"oneDNN        {OneDnn}={LibC.Get(OneDnn)}");
            console.MarkupLineInterpolated($"self test     {diagnosis.Problem ?? "3 * 3 = 9"} ({diagnosis.Elapsed.TotalSeconds:0.0} s with loading)");
        }
        else
        {
            console.MarkupLine("[bold]TensorFlow[/]    none that can be used");
        }

        console.MarkupLineInterpolated($"cache         {SearchPlaces.FromProcess().CacheFolder}");
    }

    private static void WriteBackend(IAnsiConsole console, Diagnosis diagnosis)
    {
        var source = diagnosis.Wanted is null ? "chosen by default" : "chosen by KERASNET_BACKEND";
        if (diagnosis.Works)
        {
            console.MarkupLineInterpolated($"[bold]backend       {diagnosis.Backend}[/] ({source})");
        }
        else if (diagnosis.Backend is "tensorflow")
        {
            console.MarkupLineInterpolated($"[bold]backend       none[/]: KERASNET_BACKEND asks for tensorflow, which does not run here");
        }
        else
        {
            console.MarkupLineInterpolated($"[bold]backend       none[/]: KERASNET_BACKEND is '{diagnosis.Backend}'; expected 'tensorflow' or 'managed'");
        }

        if (diagnosis.Problem is not null && diagnosis.Wanted is not "managed")
        {
            console.MarkupLineInterpolated($"[bold]to mend it    {diagnosis.Search.Fix}[/]");
        }
    }
}
