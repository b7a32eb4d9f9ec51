using KerasNet.Graphs;

namespace KerasNet;

/// <summary>Where the diagonals of a matrix lie, in it and in the rows that hold them, as TensorFlow's MatrixDiag…V3 ops count.</summary>
internal readonly record struct Diagonals(int Lower, int Upper, int Rows, int Columns, string Align)
{
    /// <summary>Number of diagonals.</summary>
    public int Count => Upper - Lower + 1;

    /// <summary>Length of a row that holds a diagonal.</summary>
    public int Longest => Math.Min(Rows + Math.Min(Upper, 0), Columns - Math.Max(Lower, 0));

    public int Length(int d) => Math.Min(Rows + Math.Min(d, 0), Columns - Math.Max(d, 0));

    /// <summary>Elements before a diagonal in its row.</summary>
    public int Offset(int d)
    {
        var right = d >= 0 ? Align is "RIGHT_LEFT" or "RIGHT_RIGHT" : Align is "LEFT_RIGHT" or "RIGHT_RIGHT";
        return right ? Longest - Length(d) : 0;
    }

    public static (int Lower, int Upper) Range(Node node, int input) => node.ConstantInts(input) switch
    {
        [var k] => (k, k),
        [var lower, var upper] when lower <= upper => (lower, upper),
        _ => throw node.Error("the diagonals must be a constant: one number, or the lower and the upper one."),
    };
}
