namespace KerasNet;

public static partial class Ops
{
    /// <summary>A function of every element of the first axis, one above the other.</summary>
    /// <remarks>Python: <c>keras.ops.map</c>.</remarks>
    /// <param name="f">A function of one element; of as many tensors as there are <paramref name="xs"/>.</param>
    /// <param name="xs">Tensors of one size along the first axis.</param>
    /// <example><c>var norms = Ops.Map(row =&gt; Ops.Sum(row * row), x);</c></example>
    public static Tensors Map(Func<Tensors, Tensors> f, Tensors xs) => Mapped("Map", f, xs);

    private static Tensors Mapped(string className, Func<Tensors, Tensors> f, Tensors xs) => Layers.FunctionOperation.Run(className, xs, given =>
    {
        Tensors? result = null;
        var (_, ys) = RawOps.Scan((_, x) => ([], [.. result = f(given.Pack(x))]), [], [.. given]);
        return result!.Pack(ys);
    }, []);

    /// <summary>A function of every element of one tensor's first axis.</summary>
    public static Tensors Map(Func<Tensor, Tensors> f, Tensor xs) => Mapped("Map", x => f(x.Single()), xs);
}
