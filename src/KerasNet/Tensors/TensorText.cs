using System.Globalization;
using System.Numerics;

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
            : t.DType == DataType.Complex64 ? Complex(t.Raw<Vector2>()[i].X, t.Raw<Vector2>()[i].Y)
            : t.DType == DataType.Complex128 ? Complex(t.Raw<Complex>()[i].Real, t.Raw<Complex>()[i].Imaginary)
            : NumberReader.At(t, i).ToString("G7", CultureInfo.InvariantCulture));
        return string.Join(", ", parts) + (t.Shape.Size > shown ? ", …" : string.Empty);
    }

    private static string Complex(double real, double imaginary) => string.Create(CultureInfo.InvariantCulture, $"{real:G7}{(imaginary < 0 ? string.Empty : "+")}{imaginary:G7}j");
}
