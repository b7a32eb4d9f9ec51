namespace KerasNet.Layers;

/// <summary>Text taken apart: a row of words for each text, of any lengths.</summary>
/// <param name="Outer">Shape of the texts.</param>
/// <param name="Rows">Their words.</param>
internal sealed record TextRows(TensorShape Outer, string[][] Rows)
{
    /// <summary>Indices side by side, rows filled with 0 or cut to one length.</summary>
    public Tensor Pad(Func<string[], long[]> lookup, int? length)
    {
        var width = length ?? Rows.Select(r => r.Length).DefaultIfEmpty().Max();
        var result = Tensor.Allocate(DataType.Int64, Outer.Insert(Outer.Rank, width));
        var to = result.Writable<long>();
        to.Clear();
        for (var i = 0; i < Rows.Length; i++)
        {
            var indices = lookup(Rows[i]).AsSpan();
            indices[..Math.Min(indices.Length, width)].CopyTo(to[(i * width)..]);
        }

        return result;
    }
}
