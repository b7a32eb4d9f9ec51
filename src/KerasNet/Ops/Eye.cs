namespace KerasNet;

public static partial class Ops
{
    /// <summary>A matrix with ones on a diagonal.</summary>
    /// <remarks>Python: <c>keras.ops.eye</c>.</remarks>
    /// <param name="n">Rows.</param>
    /// <param name="m">Columns; as many as rows when null.</param>
    /// <param name="k">Which diagonal: above the main one when positive, below when negative.</param>
    /// <param name="dtype">Element type; the default float type when null.</param>
    public static Tensor Eye(int n, int? m = null, int k = 0, DataType? dtype = null)
    {
        var (columns, type) = (m ?? n, dtype ?? Keras.Config.FloatX);
        var length = Math.Min(n + Math.Min(k, 0), columns - Math.Max(k, 0));
        return length <= 0
            ? Zeros((n, columns), type)
            : RawOps.MatrixDiagV3(Ones(length, type), RawOps.Scalar(k), RawOps.Scalar(n), RawOps.Scalar(columns), RawOps.Scalar(0, type));
    }
}
