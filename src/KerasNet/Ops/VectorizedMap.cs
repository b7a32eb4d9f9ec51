namespace KerasNet;

public static partial class Ops
{
    /// <summary>A function of every element of the first axis, one above the other.</summary>
    /// <remarks>Python: <c>keras.ops.vectorized_map</c>. Elements are computed one after the other.</remarks>
    /// <param name="function">A function of one element; of as many tensors as there are <paramref name="elements"/>.</param>
    /// <param name="elements">Tensors of one size along the first axis.</param>
    public static Tensors VectorizedMap(Func<Tensors, Tensors> function, Tensors elements) => Mapped("VectorizedMap", function, elements);

    /// <summary>A function of every element of one tensor's first axis.</summary>
    public static Tensors VectorizedMap(Func<Tensor, Tensors> function, Tensor elements) => Mapped("VectorizedMap", x => function(x.Single()), elements);
}
