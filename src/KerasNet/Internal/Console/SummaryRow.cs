using System.Globalization;

namespace KerasNet.Internal;

/// <summary>What <c>model.summary()</c> says of one layer.</summary>
/// <param name="Name">Name of the layer.</param>
/// <param name="ClassName">Its class, as in files: <c>Dense</c>.</param>
/// <param name="OutputShape"><c>(None, 10)</c>, <c>[(None, 7, 6), (None, 6)]</c>, or <c>?</c> before the layer is built.</param>
/// <param name="ParamCount"><c>1,290</c>, or <c>0 (unbuilt)</c>.</param>
/// <param name="ConnectedTo"><c>a[0][0], b[0][0]</c>, or <c>-</c>.</param>
/// <param name="Trainable">Null for a layer without weights.</param>
/// <param name="Nesting">Depth inside nested models; 0 for the model's own layers. The rows of a nested model follow its own row.</param>
internal sealed record SummaryRow(string Name, string ClassName, string OutputShape, string ParamCount, string ConnectedTo = "-", bool? Trainable = null, int Nesting = 0)
{
    /// <summary>First cell: the name, indented by its depth, and the class.</summary>
    public string Title => $"{Indent}{Name} ({ClassName})";

    /// <summary>Cell of the column "Trainable".</summary>
    public string TrainableMark => Trainable switch { true => "Y", false => "N", null => "-" };

    private string Indent => Nesting == 0 ? "" : new string(' ', 3 * Nesting) + "└ ";

    /// <summary>A number of parameters as it stands in the table: <c>1,290</c>.</summary>
    public static string Count(long parameters) => parameters.ToString("N0", CultureInfo.InvariantCulture);
}
