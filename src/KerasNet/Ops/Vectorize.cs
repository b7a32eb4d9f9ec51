namespace KerasNet;

public static partial class Ops
{
    /// <summary>A function of numbers as one of arrays: it is called for every element, and arguments broadcast. With a signature it is a function of smaller arrays.</summary>
    /// <remarks>Python: <c>keras.ops.vectorize</c>, which Keras has on JAX and NumPy only.</remarks>
    /// <param name="pyfunc">The function of one element of each argument.</param>
    /// <param name="excluded">Positions of arguments that are given as they are.</param>
    /// <param name="signature">Axes that belong to one call, as in <c>(n),(n)-&gt;()</c>; null: none.</param>
    /// <exception cref="ArgumentException">The signature does not fit the arguments.</exception>
    /// <example><c>var dot = Ops.Vectorize((a, b) =&gt; Ops.Dot(a, b), signature: "(n),(n)-&gt;()"); var y = dot(x1, x2);</c></example>
    public static Func<Tensor[], Tensor> Vectorize(Func<Tensor[], Tensor> pyfunc, IReadOnlyCollection<int>? excluded = null, string? signature = null) => given =>
    {
        int[] positions = [.. Enumerable.Range(0, given.Length).Where(i => excluded?.Contains(i) != true)];
        var cores = CoreRanks(signature, positions.Length);
        return Run("Vectorize", given, all =>
        {
            // Loop axes lead; they broadcast, and become one axis that is mapped over.
            var loops = positions.Select((p, k) => all[p].Rank - cores[k]).ToArray();
            if (Array.Exists(loops, l => l < 0))
            {
                throw new ArgumentException($"The arguments have fewer axes than the signature {signature} names. Received: shapes {string.Join(", ", positions.Select(p => all[p].Shape))}.", nameof(signature));
            }

            var rank = loops.Length == 0 ? 0 : loops.Max();
            var dims = new Tensor[rank];
            for (var axis = 0; axis < rank; axis++)
            {
                dims[axis] = positions.Select((p, k) => axis - (rank - loops[k]) is >= 0 and var own ? RawOps.Dim(all[p], own) : RawOps.Scalar(1)).Aggregate(Wider);
            }

            var rows = positions.Select((p, k) =>
            {
                var core = RawOps.DimsOf(all[p])[loops[k]..];
                var whole = RawOps.BroadcastTo(RawOps.Reshape(all[p], [.. Enumerable.Repeat(RawOps.Scalar(1), rank - loops[k]), .. RawOps.DimsOf(all[p])]), RawOps.Dims([.. dims, .. core]));
                return RawOps.Reshape(whole, [RawOps.Product(dims), .. core]);
            }).ToArray();
            var (_, ys) = RawOps.Scan(
                (_, x) =>
                {
                    var arguments = all.ToArray();
                    for (var k = 0; k < positions.Length; k++)
                    {
                        arguments[positions[k]] = x[k];
                    }

                    return ([], [pyfunc(arguments)]);
                },
                [],
                rows,
                rows.Length == 0 ? RawOps.Scalar(1) : null);
            return RawOps.Reshape(ys[0], [.. dims, .. RawOps.DimsOf(ys[0])[1..]]);
        });
    };

    /// <summary>A function of numbers as one of arrays.</summary>
    public static Func<Tensor, Tensor> Vectorize(Func<Tensor, Tensor> pyfunc, string? signature = null)
    {
        var vectorized = Vectorize((Tensor[] t) => pyfunc(t[0]), null, signature);
        return x => vectorized([x]);
    }

    /// <summary>A function of two numbers as one of arrays, which broadcast.</summary>
    public static Func<Tensor, Tensor, Tensor> Vectorize(Func<Tensor, Tensor, Tensor> pyfunc, string? signature = null)
    {
        var vectorized = Vectorize((Tensor[] t) => pyfunc(t[0], t[1]), null, signature);
        return (a, b) => vectorized([a, b]);
    }

    /// <summary>The larger of two sizes of which one may be 1.</summary>
    private static Tensor Wider(Tensor a, Tensor b) => RawOps.Maximum(a, b);

    private static int[] CoreRanks(string? signature, int arguments)
    {
        if (signature is null)
        {
            return new int[arguments];
        }

        var inputs = signature.Replace(" ", string.Empty, StringComparison.Ordinal).Split("->");
        var cores = inputs.Length == 2 ? inputs[0].Trim('(', ')').Split("),(") : [];
        return cores.Length == arguments && inputs[0].StartsWith('(')
            ? Array.ConvertAll(cores, c => c.Length == 0 ? 0 : c.Split(',').Length)
            : throw new ArgumentException($"not a valid gufunc signature for {arguments} argument(s): {signature}. Expected the form (n),(n)->().", nameof(signature));
    }
}
