namespace KerasNet;

public static partial class Ops
{
    /// <summary>The identity matrix.</summary>
    /// <remarks>Python: <c>keras.ops.identity</c>.</remarks>
    public static Tensor Identity(int n, DataType? dtype = null) => Eye(n, dtype: dtype);
}
