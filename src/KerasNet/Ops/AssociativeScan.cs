namespace KerasNet;

public static partial class Ops
{
    /// <summary>Combines each element along an axis with all before it, by an associative function: a running sum, product, maximum.</summary>
    /// <remarks>Python: <c>keras.ops.associative_scan</c>. Takes as many turns as the logarithm of the axis's size, each on many elements.</remarks>
    /// <param name="f">Combines two parts of the tensors, element by element.</param>
    /// <param name="elems">Tensors of one size along the axis.</param>
    /// <param name="reverse">Whether the walk begins at the end.</param>
    /// <param name="axis">The axis.</param>
    /// <exception cref="ArgumentException">The sizes along the axis differ.</exception>
    public static Tensors AssociativeScan(Func<Tensors, Tensors, Tensors> f, Tensors elems, bool reverse = false, int axis = 0) => Layers.FunctionOperation.Run("AssociativeScan", elems, given =>
    {
        var at = given[0].Shape.Axis(axis);
        var size = given[0].Shape[at];
        if (given.Any(e => e.Rank <= at || e.Shape[at] != size))
        {
            throw new ArgumentException($"Array inputs to associative_scan must have the same first dimension. (saw: {string.Join(", ", given.Select(e => e.Shape))})", nameof(elems));
        }

        Tensor[] all = [.. given.Select(e => reverse ? RawOps.ReverseV2(e, at) : e)];
        var result = size >= 0 ? Combined(all, size) : OneByOne(all);
        return given.Pack(Array.ConvertAll(result, e => reverse ? RawOps.ReverseV2(e, at) : e));

        Tensor[] Combine(Tensor[] a, Tensor[] b) => [.. f(given.Pack(a), given.Pack(b))];

        Tensor Part(Tensor e, int start, int? end, int step)
        {
            var key = new TensorIndex[e.Rank];
            Array.Fill(key, Step(null, null, 1));
            key[at] = Step(start, end, step);
            return Strided(e, key);
        }

        // Pairs are combined, the half as many results scanned; what lies between takes one more step.
        Tensor[] Combined(Tensor[] parts, int count)
        {
            if (count < 2)
            {
                return parts;
            }

            var odd = Combined(Combine(Array.ConvertAll(parts, e => Part(e, 0, count - 1, 2)), Array.ConvertAll(parts, e => Part(e, 1, null, 2))), count / 2);
            var even = Array.ConvertAll(parts, e => Part(e, 0, 1, 1));
            if (count > 2)
            {
                var before = count % 2 == 0 ? Array.ConvertAll(odd, e => Part(e, 0, (count / 2) - 1, 1)) : odd;
                even = [.. even.Zip(Combine(before, Array.ConvertAll(parts, e => Part(e, 2, null, 2))), (a, b) => RawOps.ConcatV2([a, b], at))];
            }

            return [.. even.Zip(odd, (a, b) => Interleaved(a, b, at, count))];
        }

        Tensor[] OneByOne(Tensor[] parts)
        {
            var first = Array.ConvertAll(parts, e => Part(e, 0, 1, 1));
            var (_, ys) = RawOps.Scan(
                (before, x) =>
                {
                    var sum = Combine(before, Array.ConvertAll(x, e => RawOps.ExpandDims(e, at)));
                    return (sum, sum);
                },
                first,
                Array.ConvertAll(parts, e => MoveAxis(Part(e, 1, null, 1), at, 0)));
            return [.. first.Zip(ys, (a, y) => RawOps.ConcatV2([a, MoveAxis(RawOps.Squeeze(y, at + 1), 0, at)], at))];
        }
    }, []);

    /// <summary>Combines each element of one tensor along an axis with all before it.</summary>
    public static Tensor AssociativeScan(Func<Tensor, Tensor, Tensor> f, Tensor elems, bool reverse = false, int axis = 0) =>
        AssociativeScan((Tensors a, Tensors b) => (Tensors)f(a.Single(), b.Single()), (Tensors)elems, reverse, axis).Single();

    /// <summary>The elements of two tensors in turn along an axis.</summary>
    private static Tensor Interleaved(Tensor even, Tensor odd, int axis, int count)
    {
        var dims = RawOps.DimsOf(even);
        if (count % 2 == 1)
        {
            var last = dims.ToArray();
            last[axis] = RawOps.Scalar(1);
            odd = RawOps.ConcatV2([odd, RawOps.Fill(RawOps.Dims(last), RawOps.Scalar(0, odd.DType))], axis);
        }

        dims[axis] = RawOps.Scalar(2 * ((count + 1) / 2));
        var whole = RawOps.Reshape(RawOps.Pack([even, odd], axis + 1), dims);
        return count % 2 == 0 ? whole : RawOps.SplitV(whole, RawOps.Constant(count, 1), axis, 2)[0];
    }
}
