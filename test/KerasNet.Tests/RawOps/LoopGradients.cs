using static KerasNet.Tests.GradientCase;

namespace KerasNet.Tests;

/// <summary>Gradient cases of loops.</summary>
internal sealed class LoopGradients : IGradientCases
{
    public IEnumerable<GradientCase> Cases()
    {
        foreach (var reverse in new[] { false, true })
        {
            yield return new($"Scan, product of carry and x, reverse {reverse}", x => Products(x[0], x[1], reverse), Sample((2, 3)), Sample((4, 2, 3), seed: 2)) { SecondOrder = true };
            yield return new($"Scan, recurrent, reverse {reverse}", x => Recurrent(x, reverse), Sample((2, 3)), Sample((4, 2, 3), seed: 2), Sample((3, 3), seed: 3), Sample(3, seed: 4))
            {
                UnknownBatch = true, Batched = [0, 1], SecondOrder = true,
            };
        }

        yield return new("Scan, last carry only", x => RawOps.Scan((c, e) => ([RawOps.Sin(RawOps.Mul(c[0], e[0]))], []), [x[0]], [x[1]]).Carry[0], Sample(3), Sample((5, 3), seed: 2)) { UnknownBatch = true, Batched = [1], SecondOrder = true };
        yield return new("Scan, no steps", x => RawOps.AddV2(RawOps.Scan((c, e) => ([RawOps.Mul(c[0], e[0])], []), [x[0]], [x[1]]).Carry[0], RawOps.Scalar(1, DataType.Float64)), Sample((2, 3)), Sample((0, 2, 3))) { UnknownBatch = true, Batched = [1] };
        yield return new("Scan, y is an invariant", x => RawOps.Scan((c, e) => (c, [RawOps.Mul(x[1], x[1])]), [x[0]], [x[2]]).Ys[0], Sample(3), Sample(2), Sample((4, 1)));
        yield return new("Scan in Scan", x => Nested(x[0], x[1]), Sample(3), Sample((2, 4, 3), seed: 2)) { SecondOrder = true };
        yield return new("While", x => Doubling(x[0], x[1]), Sample(3, 0.5, 0.9), Sample(3, 1.1, 1.5, seed: 2)) { SecondOrder = true };
        yield return new("While, at most 2", x => Doubling(x[0], x[1], RawOps.Scalar(2)), Sample(3, 0.5, 0.9), Sample(3, 1.1, 1.5, seed: 2));
    }

    private static Tensor Products(Tensor carry, Tensor xs, bool reverse)
    {
        var (last, ys) = RawOps.Scan((c, e) => ([RawOps.Mul(c[0], e[0])], [RawOps.Square(c[0]), RawOps.Tanh(e[0])]), [carry], [xs], null, reverse);
        return RawOps.AddV2(RawOps.Mul(ys[0], ys[1]), last[0]);
    }

    private static Tensor Recurrent(Tensor[] x, bool reverse)
    {
        var (last, ys) = RawOps.Scan(
            (c, e) =>
            {
                var h = RawOps.Tanh(RawOps.AddV2(RawOps.AddV2(e[0], RawOps.MatMul(c[0], x[2])), x[3]));
                return ([h], [h]);
            },
            [x[0]],
            [x[1]],
            null,
            reverse);
        return RawOps.Mul(ys[0], last[0]);
    }

    private static Tensor Nested(Tensor carry, Tensor xs) => RawOps.Scan(
        (c, e) =>
        {
            var (inner, ys) = RawOps.Scan((d, f) => ([RawOps.Sin(RawOps.Mul(d[0], f[0]))], [RawOps.Mul(d[0], c[0])]), [c[0]], [e[0]]);
            return (inner, [RawOps.Sum(ys[0], RawOps.Constant(0))]);
        },
        [carry],
        [xs]).Ys[0];

    private static Tensor Doubling(Tensor x, Tensor factor, Tensor? maximum = null) => RawOps.While(
        c => RawOps.Less(RawOps.Sum(c[0], RawOps.Constant(0)), RawOps.Scalar(6, DataType.Float64)),
        c => [RawOps.Mul(RawOps.Mul(c[0], factor), RawOps.AddV2(RawOps.Scalar(1, DataType.Float64), RawOps.Square(c[0])))],
        [x],
        maximum)[0];
}
