namespace KerasNet;

public static partial class Ops
{
    /// <summary>Walks the first axis: each step takes what the one before handed on and an element of <paramref name="xs"/>, and gives what it hands on and a result.</summary>
    /// <remarks>Python: <c>keras.ops.scan</c>. Has a gradient. In a trace it is one loop of the graph, however long the axis.</remarks>
    /// <param name="f">Gives (carry, y) of (carry, x); y may be null, x is null without <paramref name="xs"/>.</param>
    /// <param name="init">What the first step is handed; types and shapes stay.</param>
    /// <param name="xs">Tensors of one size along the first axis.</param>
    /// <param name="length">Number of steps; needed without <paramref name="xs"/>.</param>
    /// <param name="reverse">Whether the last element comes first. Results stay at their element's place.</param>
    /// <param name="unroll">Steps that are made at once where a trace makes a loop: larger graphs, fewer turns.</param>
    /// <returns>The last carry, and the results one above the other.</returns>
    /// <exception cref="ArgumentException">There are neither xs nor a length, or the function changes a type or shape.</exception>
    /// <example><c>var (sum, sums) = Ops.Scan((s, x) =&gt; (s + x, s + x), 0f, new float[] { 1, 2, 3 });</c></example>
    public static (Tensors Carry, Tensors Ys) Scan(
        Func<Tensors, Tensors, (Tensors Carry, Tensors? Y)> f, Tensors init, Tensors? xs = null, int? length = null, bool reverse = false, int unroll = 1)
    {
        if (unroll < 1)
        {
            throw new ArgumentException($"`unroll` must be an positive integer or boolean. Received: unroll={unroll}", nameof(unroll));
        }

        if (xs is null && length is null)
        {
            throw new ArgumentException("Got no `xs` to scan over and `length` not provided.", nameof(xs));
        }

        Tensors? results = null;
        var carries = init.Count;
        Tensors Loop(Tensors given)
        {
            var elements = xs?.Pack([.. given.Skip(carries)]);
            (Tensor[] Carry, Tensor[] Ys) Step(Tensor[] c, Tensor[] x)
            {
                var (carry, y) = f(init.Pack(c), elements?.Pack(x)!);
                results = y ?? carry.Select(c => RawOps.ZerosLike(c)); // as Keras: what is not given is zero
                return ([.. carry], [.. results]);
            }

            Tensor[] first = [.. given.Take(carries)];
            var (last, ys) = elements is null
                ? RawOps.Scan(Step, first, [], RawOps.Scalar(length!.Value), reverse)
                : RawOps.Scan(Step, first, [.. elements], length is { } n ? RawOps.Scalar(n) : null, reverse);
            return new Tensors([.. last, .. ys]);
        }

        var all = Layers.FunctionOperation.Run("Scan", new Tensors([.. init, .. xs ?? []]), Loop, []);
        return (init.Pack([.. all.Take(carries)]), results!.Pack([.. all.Skip(carries)]));
    }

    /// <summary>Walks the first axis of one tensor, and hands on one.</summary>
    public static (Tensor Carry, Tensor Ys) Scan(Func<Tensor, Tensor, (Tensor Carry, Tensor? Y)> f, Tensor init, Tensor? xs = null, int? length = null, bool reverse = false, int unroll = 1)
    {
        var (carry, ys) = Scan(
            (Tensors c, Tensors x) =>
            {
                var (next, y) = f(c.Single(), x?.Single()!);
                return ((Tensors)next, y is null ? null : (Tensors)y);
            },
            (Tensors)init,
            xs is null ? null : (Tensors)xs,
            length,
            reverse,
            unroll);
        return (carry.Single(), ys.Single());
    }
}
