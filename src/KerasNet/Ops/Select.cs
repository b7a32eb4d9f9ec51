namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elements of the first choice whose condition holds; the default where none does.</summary>
    /// <remarks>Python: <c>keras.ops.select</c>.</remarks>
    /// <exception cref="ArgumentException">There are not as many choices as conditions.</exception>
    public static Tensor Select(Tensors condlist, Tensors choicelist, Tensor? @default = null)
    {
        var count = condlist.Count;
        if (count != choicelist.Count || count == 0)
        {
            throw new ArgumentException($"condlist and choicelist must have the same length. Received: {condlist.Count} conditions and {choicelist.Count} choices.", nameof(choicelist));
        }

        return Run("Select", [.. condlist, .. choicelist, @default ?? 0], t =>
        {
            var values = Promote(t[count..]);
            var y = values[^1];
            for (var i = count - 1; i >= 0; i--)
            {
                y = RawOps.SelectV2(RawOps.Cast(t[i], DataType.Bool), values[i], y);
            }

            return y;
        });
    }
}
