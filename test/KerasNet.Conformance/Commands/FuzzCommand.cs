using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using KerasNet.Conformance.Fuzz;

namespace KerasNet.Conformance.Commands;

/// <summary><c>fuzz CASES SEED [--backend NAME] [--only CLASS,CLASS]</c>: random calls of layers. Most calls run; errors are welcome, and what is none of the house's errors is reported. A case is written before it runs, so that the last line of a process that died is its cause.</summary>
internal static class FuzzCommand
{
    public static int Run(string[] args, TextWriter output)
    {
        string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        using var scope = Keras.Scope(Option("--backend"));
        var calls = LayerCases.Of(Option("--only")?.Split(','));
        var (cases, seed) = (int.Parse(args[0], CultureInfo.InvariantCulture), ulong.Parse(args[1], CultureInfo.InvariantCulture));
        var random = new PCG(1, seed);
        var (refused, bad) = (0, 0);
        for (var i = 0; i < cases; i++)
        {
            var call = calls.Generate(random, null, out _);
            output.WriteLine("RUN " + call.ToJsonString());
            output.Flush();
            try
            {
                LayerRun.Run(call);
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or NotSupportedException || IsRefusal(e))
            {
                refused++;
                output.WriteLine($"REFUSED {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
            }
            catch (Exception e)
            {
                bad++;
                output.WriteLine($"BAD {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")} | {call.ToJsonString()}");
            }
        }

        output.WriteLine($"DONE {cases} cases, {cases - refused - bad} ran forward and backward, {refused} refused, {bad} bad");
        return bad == 0 ? 0 : 1;
    }

    /// <summary>TensorFlow's own words for values and types that a kernel does not take, with the layer's name: an index that is too great, bools to an ELU.</summary>
    private static bool IsRefusal(Exception e) => e is TensorFlow.TensorFlowException && e.Message.StartsWith("Layer '", StringComparison.Ordinal);

    /// <summary>Runs one case, as a line of the output gives it.</summary>
    public static int RunOne(string call)
    {
        LayerRun.Run(JsonNode.Parse(call)!.AsObject());
        return 0;
    }
}
