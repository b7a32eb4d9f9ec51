using KerasNet.Graphs;

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Value and directional derivative of a function: how its outputs change when the arguments move along the tangents.</summary>
    /// <remarks>Python: <c>keras.ops.jvp</c>. Found by two reverse walks.</remarks>
    /// <param name="fun">The function.</param>
    /// <param name="primals">Where.</param>
    /// <param name="tangents">In which direction: tensors like <paramref name="primals"/>.</param>
    /// <returns>The outputs and their derivatives.</returns>
    /// <exception cref="ArgumentException">There are not as many tangents as primals, or shapes differ.</exception>
    public static (Tensors Out, Tensors Tangents) Jvp(Func<Tensors, Tensors> fun, Tensors primals, Tensors tangents)
    {
        var (result, change, _) = Jvp(x => (fun(x), primals), primals, tangents);
        return (result, change);
    }

    /// <summary>As <see cref="Jvp(Func{Tensors, Tensors}, Tensors, Tensors)"/>, of a function that gives further tensors which are not differentiated (Python: <c>has_aux=True</c>).</summary>
    public static (Tensors Out, Tensors Tangents, Tensors Aux) Jvp(Func<Tensors, (Tensors Out, Tensors Aux)> fun, Tensors primals, Tensors tangents)
    {
        if (primals.Count != tangents.Count || !primals.Zip(tangents).All(p => p.First.Shape.IsCompatibleWith(p.Second.Shape) && p.First.DType == p.Second.DType))
        {
            throw new ArgumentException(
                $"Jvp expects a tangent of the same shape and type for each primal. Received: {string.Join(", ", primals.Select(p => $"{p.DType.Name()} {p.Shape}"))} and {string.Join(", ", tangents.Select(t => $"{t.DType.Name()} {t.Shape}"))}.",
                nameof(tangents));
        }

        if (Loops.GraphOf([.. primals, .. tangents]) is { } graph)
        {
            using var tracing = graph.Enter();
            Tensor[] x = [.. primals.Select(p => graph.Import(RawOps.Identity(p)))];
            var (y, aux) = fun(primals.Pack(x));
            Tensor[] u = [.. y.Select(t => RawOps.ZerosLike(t))];
            var back = Gradients.Of([.. y], x, [.. graph.Nodes], graph.Regions, u);
            return (y, y.Pack(Directional(back, tangents, y, (g, seeds) => Gradients.Of(g, u, [.. graph.Nodes], graph.Regions, seeds))), aux);
        }

        using var outer = new GradientTape(persistent: true);
        using var inner = new GradientTape(persistent: true);
        Tensor[] point = [.. primals.Select(RawOps.Identity)]; // by an op, so that an outer tape sees where they come from
        Array.ForEach(point, inner.Watch);
        var (outputs, extra) = fun(primals.Pack(point));
        Tensor[] weights = [.. outputs.Select(t => RawOps.ZerosLike(t))];
        Array.ForEach(weights, outer.Watch);
        var gradients = inner.Gradients([.. outputs], point, weights);
        return (outputs, outputs.Pack(Directional(gradients, tangents, outputs, (g, seeds) => outer.Gradients(g, weights, seeds))), extra);
    }

    /// <summary>The gradient is linear in its weights: its derivative by them, along the tangents, is the directional derivative.</summary>
    private static Tensor[] Directional(Tensor?[] gradients, Tensors tangents, Tensors outputs, Func<Tensor[], Tensor[], Tensor?[]> derive)
    {
        int[] flowing = [.. Enumerable.Range(0, gradients.Length).Where(i => gradients[i] is not null)];
        var found = derive([.. flowing.Select(i => gradients[i]!)], [.. flowing.Select(i => tangents[i])]);
        return [.. found.Select((d, i) => d ?? RawOps.ZerosLike(outputs[i]))];
    }

    /// <summary>As <see cref="Jvp(Func{Tensors, Tensors}, Tensors, Tensors)"/>, of a function of one tensor.</summary>
    public static (Tensor Out, Tensor Tangents) Jvp(Func<Tensor, Tensor> fun, Tensor primals, Tensor tangents)
    {
        var (result, change) = Jvp((Tensors x) => (Tensors)fun(x.Single()), (Tensors)primals, (Tensors)tangents);
        return (result.Single(), change.Single());
    }
}
