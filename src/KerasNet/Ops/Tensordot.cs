namespace KerasNet;

public static partial class Ops
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Products summed over the last <paramref name="axes"/> axes of the first and the first of the second tensor.</summary>
    /// <remarks>Python: <c>keras.ops.tensordot</c>.</remarks>
    public static Tensor Tensordot(Tensor x1, Tensor x2, int axes = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(axes);
        return Run("Tensordot", x1, x2, (a, b) => Contract(a, b, [.. Enumerable.Range(0, axes).Select(i => a.Rank - axes + i)], [.. Enumerable.Range(0, axes)]), ("axes", axes));
    }

    /// <summary>Products summed over pairs of axes.</summary>
    /// <remarks>Python: <c>keras.ops.tensordot</c>.</remarks>
    /// <exception cref="ArgumentException">The axes are not pairs.</exception>
    public static Tensor Tensordot(Tensor x1, Tensor x2, (int[] X1, int[] X2) axes) =>
        Run("Tensordot", x1, x2, (a, b) => Contract(a, b, axes.X1, axes.X2), ("axes", new[] { axes.X1, axes.X2 }));

    /// <summary>Sum of products over one axis of each tensor.</summary>
    /// <remarks>Python: <c>keras.ops.tensordot</c>.</remarks>
    public static Tensor Tensordot(Tensor x1, Tensor x2, (int X1, int X2) axes) =>
        Run("Tensordot", x1, x2, (a, b) => Contract(a, b, [axes.X1], [axes.X2]), ("axes", new[] { axes.X1, axes.X2 }));

    private static Tensor Contract(Tensor a, Tensor b, int[] axesA, int[] axesB)
    {
        if (axesA.Length != axesB.Length || axesA.Length > a.Rank || axesB.Length > b.Rank)
        {
            throw new ArgumentException($"Axes to sum over must be pairs that both tensors have. Received: axes ({string.Join(", ", axesA)}) of shape {a.Shape} and ({string.Join(", ", axesB)}) of shape {b.Shape}.");
        }

        var result = DTypePromotion.Of(a.DType, b.DType);
        var compute = result.IsFloating() || result is DataType.Int32 or DataType.Int64 ? result : Keras.Config.FloatX;
        var labelsA = Letters[..a.Rank].ToCharArray();
        var labelsB = Letters[a.Rank..(a.Rank + b.Rank)].ToCharArray();
        for (var i = 0; i < axesA.Length; i++)
        {
            labelsB[b.Shape.Axis(axesB[i])] = labelsA[a.Shape.Axis(axesA[i])];
        }

        var output = string.Concat(labelsA.Where(c => !labelsB.Contains(c)).Concat(labelsB.Where(c => !labelsA.Contains(c))));
        var equation = $"{new string(labelsA)},{new string(labelsB)}->{output}";
        return RawOps.Cast(RawOps.Einsum(equation, RawOps.Cast(a, compute), RawOps.Cast(b, compute)), result);
    }
}
