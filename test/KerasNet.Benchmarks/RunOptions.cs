using System.Globalization;

namespace KerasNet.Benchmarks;

/// <summary>The options of a run.</summary>
internal sealed class RunOptions
{
    public RunOptions(string[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--only": Only = arguments[++i].Split(','); break;
                case "--seconds": Seconds = double.Parse(arguments[++i], CultureInfo.InvariantCulture); break;
                case "--no-first-step": FirstStep = false; break;
                case "--python": Python = arguments[++i]; break;
                default: throw new ArgumentException($"Unknown option '{arguments[i]}'. Expected --only, --seconds, --no-first-step or --python.");
            }
        }
    }

    public string[]? Only { get; }

    public double Seconds { get; } = 5;

    public bool FirstStep { get; } = true;

    /// <summary>The command that runs Python's side: <c>python python_keras.py</c>.</summary>
    public string? Python { get; }

    public static int Usage()
    {
        Console.Error.WriteLine("keras [--only NAME,NAME] [--seconds S] [--no-first-step] | first-step NAME | table [--only NAME,NAME] [--seconds S] --python \"COMMAND\"");
        return 2;
    }

    public bool Wants(string name) => Only is null || Only.Contains(name);
}
