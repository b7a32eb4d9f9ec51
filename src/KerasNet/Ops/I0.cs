namespace KerasNet;

public static partial class Ops
{
    /// <summary>Modified Bessel function of order 0.</summary>
    /// <remarks>Python: <c>keras.ops.i0</c>.</remarks>
    public static Tensor I0(Tensor x) => Run("I0", x, static t =>
    {
        var type = t.DType is DataType.Int64 or DataType.Float64 ? DataType.Float64 : t.DType is DataType.Float16 or DataType.BFloat16 ? t.DType : Keras.Config.FloatX;
        return RawOps.BesselI0(RawOps.Cast(t, type));
    });
}
