using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>The product of <see cref="EinsumDense"/>, by the letters of its equation.</summary>
internal sealed class EinsumProduct : KernelProduct
{
    private readonly string _x;
    private readonly string _w;
    private readonly string _y;
    private readonly string _equation;

    /// <summary>The product of an equation.</summary>
    /// <param name="equation">With an ellipsis, which stands for letters that it does not have, or without.</param>
    /// <param name="rank">Rank of the input.</param>
    /// <param name="kernel">Shape of the kernel.</param>
    public EinsumProduct(string equation, int rank, TensorShape kernel)
        : base(kernel)
    {
        var named = equation.Replace(" ", string.Empty, StringComparison.Ordinal).Replace("->", ",", StringComparison.Ordinal).Split(',');
        var free = Enumerable.Range('a', 26).Concat(Enumerable.Range('A', 26)).Select(c => (char)c).Where(c => !equation.Contains(c));
        var elided = string.Concat(free.Take(rank - named[0].Replace("...", string.Empty, StringComparison.Ordinal).Length));
        (_x, _w, _y) = (named[0].Replace("...", elided, StringComparison.Ordinal), named[1], named[2].Replace("...", elided, StringComparison.Ordinal));
        _equation = equation;
    }

    public override int[] InputAxes => Summed(_x);

    public override int[] KernelAxes => Summed(_w);

    public override TensorShape ScaleShape => new([.. _y.Select(c => _w.Contains(c) ? Kernel[_w.IndexOf(c)] : 1)]);

    public override Tensor Multiply(Tensor x, Tensor kernel) => Ops.Einsum(_equation, x, kernel);

    public override Tensor InputGradient(Tensor dy, Tensor kernel) => Ops.Einsum($"{_y},{_w}->{_x}", dy, kernel);

    public override Tensor InputScale(Tensor scale) => Aligned(scale, _x, _y);

    public override Tensor KernelScale(Tensor scale) => Aligned(scale, _w, _y);

    public override Tensor OnKernel(Tensor scale) => Aligned(scale, _y, _w);

    public override Tensor MultiplyMatrix(Tensor x, Tensor? inputScale, Tensor matrix, Tensor scale, DataType dtype)
    {
        var y = Multiply(x, Ops.Reshape(Ops.Divide(Ops.Cast(matrix, dtype), scale), Kernel));
        return inputScale is null ? y : Ops.Divide(Ops.Cast(y, dtype), inputScale);
    }

    private int[] Summed(string letters) => [.. Enumerable.Range(0, letters.Length).Where(i => !_y.Contains(letters[i]))];

    /// <summary>A tensor with the axes of some letters, in the order of others; axes of letters that only one side has are of size 1.</summary>
    private static Tensor Aligned(Tensor t, string from, string to)
    {
        var kept = to.Where(from.Contains).Select(c => from.IndexOf(c)).ToArray();
        int[] lost = [.. Enumerable.Range(0, from.Length).Where(i => !to.Contains(from[i]))];
        int[] order = [.. kept, .. lost];
        t = order.SequenceEqual(Enumerable.Range(0, order.Length)) ? t : Ops.Transpose(t, order);
        t = Ops.Squeeze(t, [.. Enumerable.Range(kept.Length, lost.Length)]);
        return Enumerable.Range(0, to.Length).Where(i => !from.Contains(to[i])).Aggregate(t, (sum, i) => Ops.ExpandDims(sum, i));
    }
}
