using static KerasNet.Tests.GradientCase;

namespace KerasNet.Tests;

/// <summary>Gradient cases of matrix products and of Einstein's summation.</summary>
internal sealed class MatrixGradients : IGradientCases
{
    private static readonly (TensorShape A, TensorShape B)[] _batches = [((2, 3, 4), (2, 4, 2)), ((2, 3, 4), (1, 4, 2)), ((3, 4), (2, 4, 2)), ((2, 1, 3, 4), (3, 4, 2)), ((2, 3, 4), (4, 2))];

    private static readonly (string Equation, TensorShape A, TensorShape B)[] _products =
    [
        ("ab,bc->ac", (2, 3), (3, 4)), ("abc,cd->abd", (2, 3, 4), (4, 2)), ("abcd,aecd->acbe", (2, 3, 2, 2), (2, 4, 2, 2)), ("acbe,aecd->abcd", (2, 3, 2, 2), (2, 2, 3, 2)),
        ("a,b->ab", 2, 3), ("ab,ab->ba", (2, 3), (2, 3)), ("abc,de->bd", (2, 3, 2), (2, 2)), ("aab,bc->ac", (2, 2, 3), (3, 2)), ("ab,b->a", (2, 3), 3), ("ab,cd->dcab", (2, 2), (2, 3)),
    ];

    private static readonly (string Equation, TensorShape A)[] _single = [("ab->ba", (2, 3)), ("abc->b", (2, 3, 2)), ("aa->a", (3, 3)), ("aab->", (2, 2, 2)), ("ab->", (2, 3)), ("abc->cba", (2, 3, 2))];

    public IEnumerable<GradientCase> Cases()
    {
        foreach (var unknown in new[] { false, true })
        {
            foreach (var (ta, tb) in new[] { (false, false), (true, false), (false, true), (true, true) })
            {
                var how = (ta ? ", first transposed" : string.Empty) + (tb ? ", second transposed" : string.Empty);
                foreach (var (m, k, n) in new[] { (2, 3, 4), (1, 3, 2), (3, 1, 2) })
                {
                    yield return new($"MatMul {m}x{k}x{n}{how}", x => RawOps.MatMul(x[0], x[1], ta, tb), Sample(ta ? (k, m) : (m, k)), Sample(tb ? (n, k) : (k, n), seed: 2)) { UnknownBatch = unknown, SecondOrder = true };
                }

                foreach (var (a, b) in _batches)
                {
                    yield return new($"BatchMatMulV2 {a} {b}{how}", x => RawOps.BatchMatMulV2(x[0], x[1], ta, tb), Sample(ta ? Swapped(a) : a), Sample(tb ? Swapped(b) : b, seed: 2)) { UnknownBatch = unknown, SecondOrder = true };
                }
            }

            foreach (var (equation, a, b) in _products)
            {
                yield return new($"Einsum {equation}", x => RawOps.Einsum(equation, x[0], x[1]), Sample(a), Sample(b, seed: 2)) { UnknownBatch = unknown, SecondOrder = true };
            }

            foreach (var (equation, a) in _single)
            {
                yield return new($"Einsum {equation}", x => RawOps.Einsum(equation, x[0]), Sample(a)) { UnknownBatch = unknown, SecondOrder = true };
            }
        }
    }

    private static TensorShape Swapped(TensorShape shape) => shape[..^2].Concat(new TensorShape(shape[^1], shape[^2]));
}
