namespace KerasNet;

/// <summary>Resampling of an axis as a matrix <c>(input size, output size)</c>: how much each old element counts in each new one.</summary>
internal static class SampleWeights
{
    /// <summary>Sums along an axis, weighted by a matrix.</summary>
    public static Tensor Apply(Tensor x, int axis, Tensor weights)
    {
        var old = string.Concat(Enumerable.Range(0, x.Rank).Select(i => (char)('a' + i)));
        var to = old.ToCharArray();
        to[axis] = 'z';
        return RawOps.Einsum($"{old},{old[axis]}z->{new string(to)}", x, weights);
    }

    /// <summary>Weights of an interpolation kernel around where each new element lies between the old ones.</summary>
    /// <param name="input">Old size, an int32 scalar.</param>
    /// <param name="output">New size.</param>
    /// <param name="scale">New elements for an old one.</param>
    /// <param name="translation">How far the new elements are moved, in new elements.</param>
    /// <param name="method">Name of the kernel.</param>
    /// <param name="antialias">Whether the kernel grows when the axis becomes smaller.</param>
    public static Tensor Of(Tensor input, int output, Tensor scale, Tensor translation, string method, bool antialias)
    {
        var inverse = 1.0 / scale;
        var sample = ((Ops.Arange(0, output, 1, scale.DType) + 0.5) * inverse) - (translation * inverse) - 0.5;
        var old = RawOps.Cast(RawOps.Range(input), scale.DType);
        var distance = Ops.Abs(Ops.ExpandDims(sample, 0) - Ops.ExpandDims(old, 1));
        var weights = Kernel(method, antialias ? distance / Ops.Maximum(inverse, 1.0) : distance);
        var sum = Ops.Sum(weights, 0, keepdims: true);
        weights = Ops.Where(Ops.Abs(sum) > 1000.0 * 1.1920929e-7, Ops.DivideNoNan(weights, sum), Ops.ZerosLike(weights));
        var inside = Ops.LogicalAnd(sample >= -0.5, sample <= RawOps.Cast(input, scale.DType) - 0.5);
        return Ops.Where(Ops.ExpandDims(inside, 0), weights, Ops.ZerosLike(weights));
    }

    /// <summary>Each new element is the mean of the old ones that it covers.</summary>
    public static Tensor Area(Tensor input, int output)
    {
        var scale = RawOps.RealDiv(RawOps.Cast(input, DataType.Float32), RawOps.Scalar(output, DataType.Float32));
        var start = Ops.ExpandDims(Ops.Arange(0, output, 1, DataType.Float32) * scale, 0);
        var old = Ops.ExpandDims(RawOps.Cast(RawOps.Range(input), DataType.Float32), 1);
        return Ops.Maximum(Ops.Minimum(start + scale, old + 1.0) - Ops.Maximum(start, old), 0.0) / scale;
    }

    private static Tensor Kernel(string method, Tensor x) => method switch
    {
        "lanczos3" => Lanczos(3, x),
        "lanczos5" => Lanczos(5, x),
        "cubic" or "bicubic" or "tricubic" => Cubic(x),
        _ => Ops.Maximum(1.0 - x, 0.0),
    };

    /// <summary>Keys's cubic with a = -0.5.</summary>
    private static Tensor Cubic(Tensor x)
    {
        var near = (((((1.5 * x) - 2.5) * x) * x) + 1.0);
        var far = ((((((-0.5 * x) + 2.5) * x) - 4.0) * x) + 2.0);
        return Ops.Where(x >= 2.0, Ops.ZerosLike(x), Ops.Where(x >= 1.0, far, near));
    }

    private static Tensor Lanczos(double radius, Tensor x)
    {
        var y = radius * Ops.Sin(Math.PI * x) * Ops.Sin(Math.PI * x / radius);
        var inner = Ops.Where(x > 1e-3, Ops.DivideNoNan(y, Math.PI * Math.PI * x * x), Ops.OnesLike(x));
        return Ops.Where(x > radius, Ops.ZerosLike(x), inner);
    }
}
