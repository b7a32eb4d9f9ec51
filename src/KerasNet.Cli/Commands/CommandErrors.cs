namespace KerasNet.Cli.Commands;

/// <summary>What is wrong with a file or an argument is a line on the error stream, not a stack trace.</summary>
internal static class CommandErrors
{
    public static int Run(Action action) => Run(() =>
    {
        action();
        return 0;
    });

    public static int Run(Func<int> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ArgumentException or InvalidOperationException or NotSupportedException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 2;
        }
    }
}
