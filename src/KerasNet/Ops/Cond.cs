namespace KerasNet;

public static partial class Ops
{
    /// <summary>The result of one of two functions, which a bool chooses. In a trace only the chosen one runs when the step runs.</summary>
    /// <remarks>Python: <c>keras.ops.cond</c>. This is C#'s <c>if</c> for tensors that have no value yet. With a symbolic <paramref name="pred"/> of a functional model both are computed, and one result is taken.</remarks>
    /// <param name="pred">One bool; numbers count as true unless 0.</param>
    /// <param name="trueFn">What is given when it is true.</param>
    /// <param name="falseFn">What is given otherwise: tensors of the same types and ranks.</param>
    /// <exception cref="ArgumentException">The functions give different things, or <paramref name="pred"/> is not one element.</exception>
    /// <example><c>var y = Ops.Cond(Ops.Sum(x) &gt; 0, () =&gt; x * 2, () =&gt; -x);</c></example>
    public static Tensors Cond(Tensor pred, Func<Tensors> trueFn, Func<Tensors> falseFn)
    {
        if (pred.Shape.Size is not (1 or -1) || (pred.Rank > 0 && !pred.IsConcrete))
        {
            throw new ArgumentException($"Cond expects one bool, of shape (). Received: pred of shape {pred.Shape}. Reduce it with Ops.Any or Ops.All, or choose element by element with Ops.Where.", nameof(pred));
        }

        if (pred.IsKeras)
        {
            var (whenTrue, whenFalse) = (trueFn(), falseFn());
            return whenTrue.Pack(RunMany(
                "Cond",
                [pred, .. whenTrue, .. whenFalse],
                t => [.. Enumerable.Range(1, whenTrue.Count).Select(i => Where(t[0], t[i], t[whenTrue.Count + i]))]));
        }

        Tensors? structure = null;
        Tensor[] Call(Func<Tensors> branch) => [.. structure = branch()];
        var results = RawOps.If(RawOps.Cast(pred, DataType.Bool), () => Call(trueFn), () => Call(falseFn));
        return structure!.Pack(results);
    }

    /// <summary>The result of one of two functions that give one tensor.</summary>
    public static Tensor Cond(Tensor pred, Func<Tensor> trueFn, Func<Tensor> falseFn) => Cond(pred, () => (Tensors)trueFn(), () => (Tensors)falseFn()).Single();
}
