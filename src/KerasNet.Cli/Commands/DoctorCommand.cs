using System.CommandLine;
using KerasNet.Cli.Doctor;
using Spectre.Console;

namespace KerasNet.Cli.Commands;

/// <summary><c>kerasnet doctor</c>: what was looked for, what was found, what it can do, and what helps.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Says which backend runs here, where TensorFlow was looked for, and the one command that fixes what is missing.");
        command.SetAction(_ =>
        {
            var diagnosis = Diagnosis.Make();
            DoctorReport.Write(AnsiConsole.Console, diagnosis);
            return diagnosis.Works ? 0 : 1;
        });
        return command;
    }
}
