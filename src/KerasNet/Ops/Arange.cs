namespace KerasNet;

public static partial class Ops
{
    /// <summary>Numbers from <paramref name="start"/> to before <paramref name="stop"/>; with one argument from 0 to before it.</summary>
    /// <remarks>Python: <c>keras.ops.arange</c>.</remarks>
    public static Tensor Arange(Tensor start, Tensor? stop = null, Tensor? step = null, DataType? dtype = null)
    {
        var (from, to, by) = stop is null ? (0, start, step ?? 1) : (start, stop, step ?? 1);
        return Run("Arange", [from, to, by], t =>
        {
            // Numbers of C# alone keep their own type; beside tensors they take theirs.
            var strong = t.Where(v => !v.IsWeak).Select(v => v.DType).ToArray();
            var type = dtype ?? (strong.Length == 0
                ? t.Any(v => v.DType.IsFloating()) ? Keras.Config.FloatX : DataType.Int32
                : strong.Aggregate(DTypePromotion.Of));
            var own = type is DataType.Int32 or DataType.Int64 or DataType.Float32 or DataType.Float64 ? type : DataType.Float32;
            return RawOps.Cast(RawOps.Range(RawOps.Cast(t[0], own), RawOps.Cast(t[1], own), RawOps.Cast(t[2], own)), type);
        }, ("dtype", dtype));
    }
}
