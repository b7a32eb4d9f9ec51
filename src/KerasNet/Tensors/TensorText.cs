using System.Globalization;

namespace KerasNet;

/// <summary>The first elements of a value as text.</summary>
internal static class TensorText
{
    private const int MostShown = 8;

    public static string Preview(Tensor t)
    {
        var shown = (int)Math.Min(t.Shape.Size, MostShown);
        var parts = Enumerable.Range(0, shown).Select(i => t.Text is { } text
            ? $"\"{text[i]}\""
            : NumberReader.At(t, i).ToString("G7", CultureInfo.InvariantCulture));
        return string.Join(", ", parts) + (t.Shape.Size > shown ? ", …" : string.Empty);
    }
}
