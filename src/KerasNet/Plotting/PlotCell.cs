namespace KerasNet.Plotting;

/// <summary>A field of a box.</summary>
/// <param name="Text">What stands first.</param>
/// <param name="Strong">What stands after it in bold type.</param>
/// <param name="Background">Colour behind it.</param>
/// <param name="IsLight">Whether the letters are white.</param>
internal sealed record PlotCell(string Text, string Strong, Color Background, bool IsLight)
{
    public PlotCell(string text, string strong)
        : this(text, strong, Color.White, false)
    {
    }
}
