namespace KerasNet.Plotting;

/// <summary>Letters of equal width for pictures without a font file: strokes between the dots of a grid of five by eight.</summary>
internal static class StrokeFont
{
    /// <summary>Width of a letter with its gap, for letters of size 1.</summary>
    public const double Advance = 0.6;

    // The letters from blank to tilde: five columns each, the lowest bit is the uppermost dot.
    private const string Columns =
        "0000000000 00005F0000 0007000700 147F147F14 242A7F2A12 2313086462 3649552250 0005030000 001C224100 0041221C00 14083E0814 08083E0808 0050300000 0808080808 0060600000 2010080402 "
        + "3E5149453E 00427F4000 4261514946 2141454B31 1814127F10 2745454539 3C4A494930 0171090503 3649494936 064949291E 0036360000 0056360000 0814224100 1414141414 0041221408 0201510906 "
        + "324979413E 7E1111117E 7F49494936 3E41414122 7F4141221C 7F49494941 7F09090901 3E4149497A 7F0808087F 00417F4100 2040413F01 7F08142241 7F40404040 7F020C027F 7F0408107F 3E4141413E "
        + "7F09090906 3E4151215E 7F09192946 4649494931 01017F0101 3F4040403F 1F2040201F 3F4038403F 6314081463 0708700807 6151494543 007F414100 0204081020 0041417F00 0402010204 4040404040 "
        + "0001020400 2054545478 7F48444438 3844444420 384444487F 3854545418 087E090102 18A4A4A47C 7F08040478 00447D4000 4080847D00 7F10284400 00417F4000 7C04180478 7C08040478 3844444438 "
        + "FC24242418 18242424FC 7C08040408 4854545420 043F444020 3C4040207C 1C2040201C 3C4030403C 4428102844 1CA0A0A07C 4464544C44 0008364100 00007F0000 0041360800 0804081008";

    private static readonly byte[][] _letters = [.. Columns.Split(' ').Select(Convert.FromHexString)];

    /// <summary>The strokes of a text, each from point to point, for letters of size 1 whose upper left corner is the origin.</summary>
    public static IEnumerable<(double X1, double Y1, double X2, double Y2)> Strokes(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var letter = _letters[text[i] is >= ' ' and <= '~' ? text[i] - ' ' : '?' - ' '];
            foreach (var (x1, y1, x2, y2) in Strokes(letter))
            {
                yield return ((i * Advance) + Place(x1), Place(y1), (i * Advance) + Place(x2), Place(y2));
            }
        }
    }

    private static double Place(int dot) => (dot + 0.5) / 10;

    private static IEnumerable<(int X1, int Y1, int X2, int Y2)> Strokes(byte[] letter)
    {
        bool Is(int x, int y) => x is >= 0 and < 5 && y is >= 0 and < 8 && ((letter[x] >> y) & 1) != 0;
        for (var x = 0; x < 5; x++)
        {
            for (var y = 0; y < 8; y++)
            {
                if (!Is(x, y))
                {
                    continue;
                }

                var alone = true;
                foreach (var (dx, dy) in ((int, int)[])[(1, 0), (0, 1), (1, 1), (1, -1), (-1, 0), (0, -1), (-1, -1), (-1, 1)])
                {
                    // A slanted stroke only where no straight ones go the same way.
                    if (Is(x + dx, y + dy) && (dx == 0 || dy == 0 || (!Is(x + dx, y) && !Is(x, y + dy))))
                    {
                        alone = false;
                        if (dx > 0 || (dx == 0 && dy > 0))
                        {
                            yield return (x, y, x + dx, y + dy);
                        }
                    }
                }

                if (alone)
                {
                    yield return (x, y, x, y);
                }
            }
        }
    }
}
