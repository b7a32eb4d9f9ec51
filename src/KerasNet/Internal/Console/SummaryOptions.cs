namespace KerasNet.Internal;

/// <summary>The arguments of <c>model.summary()</c>.</summary>
/// <param name="ShowConnections">True for a graph: any model that is not one chain of layers, each used once.</param>
/// <param name="LineLength">Width of the table; null: 88 or 108, and never wider than the terminal less 4.</param>
/// <param name="Positions">Where the columns end, as fractions of the width; null: Keras's.</param>
/// <param name="ExpandNested">Whether the layers of nested models have rows of their own.</param>
/// <param name="ShowTrainable">Whether there is a column "Trainable".</param>
/// <param name="LayerRange">First and last layer to show: names or regular expressions.</param>
/// <param name="Columns">Width of the terminal; 80 where the output is none.</param>
internal sealed record SummaryOptions(bool ShowConnections, int? LineLength = null, IReadOnlyList<double>? Positions = null, bool ExpandNested = false,
                                      bool ShowTrainable = false, (string First, string Last)? LayerRange = null, int Columns = 80)
{
    /// <summary>Width of this process's terminal as Python finds it: <c>COLUMNS</c>, else the terminal's, else 80.</summary>
    public static int TerminalColumns
    {
        get
        {
            if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out int columns) && columns > 0)
            {
                return columns;
            }

            int width = System.Console.IsOutputRedirected ? 0 : System.Console.WindowWidth;
            return width > 0 ? width : 80;
        }
    }
}
