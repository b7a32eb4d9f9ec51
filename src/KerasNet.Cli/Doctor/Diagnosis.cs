using System.Diagnostics;
using KerasNet.TensorFlow;
using KerasNet.TensorFlow.Native;
using KerasNet.TensorFlow.Runtime;

namespace KerasNet.Cli.Doctor;

/// <summary>What the doctor found out.</summary>
/// <param name="Wanted">The backend that <c>KERASNET_BACKEND</c> asks for, or null.</param>
/// <param name="Search">What the search for TensorFlow's library tried.</param>
/// <param name="Version">TensorFlow's version, when it was loaded.</param>
/// <param name="Devices">TensorFlow's devices, when it ran.</param>
/// <param name="Problem">Why TensorFlow does not run here, or null.</param>
/// <param name="Elapsed">Time of finding, loading and running it.</param>
internal sealed record Diagnosis(
    string? Wanted, LibrarySearch Search, string? Version, IReadOnlyList<NativeDevice> Devices, string? Problem, TimeSpan Elapsed)
{
    /// <summary>The backend that programs get here.</summary>
    public string Backend => Wanted ?? (Problem is null ? "tensorflow" : "managed");

    /// <summary>Whether that backend exists and works.</summary>
    public bool Works => Backend switch
    {
        "managed" => true,
        "tensorflow" => Problem is null,
        _ => false,
    };

    public static Diagnosis Make()
    {
        var wanted = Environment.GetEnvironmentVariable("KERASNET_BACKEND");
        wanted = string.IsNullOrWhiteSpace(wanted) ? null : wanted.Trim();
        var clock = Stopwatch.StartNew();
        if (!TensorFlowLibrary.TryLoad(out var whyNot))
        {
            return new(wanted, TensorFlowLibrary.LastSearch, null, [], whyNot, clock.Elapsed);
        }

        try
        {
            var (nine, devices) = SelfTest.Run();
            var problem = nine is 9 ? null : $"it computed 3 * 3 = {nine}";
            return new(wanted, TensorFlowLibrary.LastSearch, TensorFlowLibrary.Version, devices, problem, clock.Elapsed);
        }
        catch (Exception e) when (e is TensorFlowException or EntryPointNotFoundException)
        {
            return new(wanted, TensorFlowLibrary.LastSearch, TensorFlowLibrary.Version, [], e.Message, clock.Elapsed);
        }
    }
}
