namespace KerasNet;

public static partial class Ops
{
    /// <summary>Repeats a function as long as a condition holds.</summary>
    /// <remarks>Python: <c>keras.ops.while_loop</c>. Has a gradient, for which each step's values are kept.</remarks>
    /// <param name="cond">Whether there is a further step: one bool of the loop's tensors.</param>
    /// <param name="body">The next tensors of those before; types and shapes stay.</param>
    /// <param name="loopVars">The first tensors.</param>
    /// <param name="maximumIterations">Most steps that are made; null: any number.</param>
    /// <exception cref="ArgumentException">The body changes a type or a shape, or the condition is not one bool.</exception>
    /// <example><c>var (i, x) = Ops.WhileLoop(v =&gt; v[0] &lt; 10, v =&gt; [v[0] + 1, v[1] * 2], [0, 1f]);</c></example>
    public static Tensors WhileLoop(Func<Tensors, Tensor> cond, Func<Tensors, Tensors> body, Tensors loopVars, int? maximumIterations = null) => Layers.FunctionOperation.Run(
        "WhileLoop",
        loopVars,
        start => start.Pack(RawOps.While(
            c => RawOps.Cast(cond(start.Pack(c)), DataType.Bool),
            c => [.. body(start.Pack(c))],
            [.. start],
            maximumIterations is { } most ? RawOps.Scalar(most) : null)),
        []);

    /// <summary>Repeats a function of one tensor as long as a condition holds.</summary>
    public static Tensor WhileLoop(Func<Tensor, Tensor> cond, Func<Tensor, Tensor> body, Tensor loopVars, int? maximumIterations = null) =>
        WhileLoop((Tensors v) => cond(v.Single()), v => body(v.Single()), (Tensors)loopVars, maximumIterations).Single();
}
