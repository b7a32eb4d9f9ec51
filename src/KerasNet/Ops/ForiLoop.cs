namespace KerasNet;

public static partial class Ops
{
    /// <summary>Repeats a function for every number from <paramref name="lower"/> to before <paramref name="upper"/>.</summary>
    /// <remarks>Python: <c>keras.ops.fori_loop</c>. Has a gradient.</remarks>
    /// <param name="lower">First number.</param>
    /// <param name="upper">The number after the last.</param>
    /// <param name="bodyFun">The next tensors, of a number and those before.</param>
    /// <param name="initVal">The first tensors.</param>
    /// <example><c>var factorial = Ops.ForiLoop(1, 6, (i, x) =&gt; x * i, 1);</c></example>
    public static Tensors ForiLoop(Tensor lower, Tensor upper, Func<Tensor, Tensors, Tensors> bodyFun, Tensors initVal) => Layers.FunctionOperation.Run(
        "ForiLoop",
        lower.IsKeras || upper.IsKeras ? throw new ArgumentException("ForiLoop expects bounds with a value, or in a trace. Received: a symbolic one. Use Ops.WhileLoop, or a layer of your own.") : initVal,
        start =>
        {
            var (from, to) = (RawOps.Cast(lower, DataType.Int32), RawOps.Cast(upper, DataType.Int32));
            var (carry, _) = RawOps.Scan(
                (c, _) => ([RawOps.AddV2(c[0], RawOps.Scalar(1)), .. bodyFun(c[0], start.Pack(c[1..]))], []),
                [from, .. start],
                [],
                RawOps.Maximum(RawOps.Sub(to, from), RawOps.Scalar(0)));
            return start.Pack(carry[1..]);
        },
        []);

    /// <summary>Repeats a function of one tensor for every number from <paramref name="lower"/> to before <paramref name="upper"/>.</summary>
    public static Tensor ForiLoop(Tensor lower, Tensor upper, Func<Tensor, Tensor, Tensor> bodyFun, Tensor initVal) =>
        ForiLoop(lower, upper, (Tensor i, Tensors v) => bodyFun(i, v.Single()), (Tensors)initVal).Single();
}
