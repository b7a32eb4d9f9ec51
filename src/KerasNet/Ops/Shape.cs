namespace KerasNet;

public static partial class Ops
{
    /// <summary>The dimensions: a number where it is known, else a symbolic one (-1 for a Keras tensor, whose size no graph knows yet).</summary>
    /// <remarks>Python: <c>keras.ops.shape</c>.</remarks>
    /// <example><c>Ops.Reshape(x, [Ops.Shape(x)[0], -1])</c></example>
    public static Tensor[] Shape(Tensor x) => x.IsKeras ? Array.ConvertAll(x.Shape.ToArray(), d => (Tensor)d) : RawOps.DimsOf(x);
}
