using static KerasNet.Tests.GradientCase;

namespace KerasNet.Tests;

/// <summary>Gradient cases of loops, branches and parts with a rule of their own.</summary>
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
        foreach (var sign in new[] { 1.0, -1.0 })
        {
            yield return new($"If, sign {sign}", x => Branch(x[0], x[1]), Tensor.Create([sign * 0.8, sign * 0.4], 2), Sample(2, seed: 2)) { UnknownBatch = true, SecondOrder = true };
        }

        foreach (var index in new[] { 0, 1, 2 })
        {
            yield return new($"Case {index}", x => Choice(x[0], x[1]), Tensor.Create([index], TensorShape.Scalar), Sample((2, 3))) { SecondOrder = true };
        }

        yield return new("If in Scan", x => RawOps.Scan((c, e) => (Select(c[0], e[0]), [RawOps.Mul(c[0], e[0])]), [x[0]], [x[1]]).Ys[0], Sample(2), Sample((5, 2), seed: 2)) { UnknownBatch = true, Batched = [1], SecondOrder = true };
        yield return new("Scan in If", x => RawOps.If(Positive(x[0]), () => [Products(x[0], x[1], false)], () => [x[1]])[0], Sample(3, 0.1), Sample((4, 3), seed: 2)) { SecondOrder = true };
        yield return new("Custom gradient", x => Cubed(RawOps.Sin(x[0])), Sample((2, 3))) { UnknownBatch = true, SecondOrder = true };
        yield return new("Custom gradient in Scan", x => RawOps.Scan((c, e) => ([Cubed(RawOps.Mul(c[0], e[0]))], [Cubed(c[0])]), [x[0]], [x[1]]).Ys[0], Sample(3), Sample((4, 3), seed: 2)) { SecondOrder = true };
        yield return new("Custom gradient in If", x => RawOps.If(Positive(x[0]), () => [Cubed(x[0])], () => [x[0]])[0], Sample(3, 0.1)) { SecondOrder = true };
        yield return new("While", x => Doubling(x[0], x[1]), Sample(3, 0.5, 0.9), Sample(3, 1.1, 1.5, seed: 2)) { SecondOrder = true };
        yield return new("While, at most 2", x => Doubling(x[0], x[1], RawOps.Scalar(2)), Sample(3, 0.5, 0.9), Sample(3, 1.1, 1.5, seed: 2));
    }

    private static Tensor Positive(Tensor x) => RawOps.Greater(RawOps.Sum(x, RawOps.Constant([.. Enumerable.Range(0, x.Rank)])), RawOps.Scalar(0, DataType.Float64));

    private static Tensor Branch(Tensor x, Tensor y) =>
        RawOps.If(Positive(x), () => [RawOps.Mul(RawOps.Sin(x), y)], () => [RawOps.Square(x)])[0];

    private static Tensor[] Select(Tensor c, Tensor e) => RawOps.If(Positive(e), () => [RawOps.Sin(RawOps.AddV2(c, e))], () => [RawOps.Mul(c, c)]);

    private static Tensor Choice(Tensor index, Tensor x) =>
        RawOps.Case(index, [() => [RawOps.Square(x)], () => [x], () => [RawOps.Sin(x)]])[0];

    private static Tensor Cubed(Tensor input)
    {
        Tensor? square = null;
        return RawOps.CustomGradient(
            [input],
            x =>
            {
                square = RawOps.Square(x[0]);
                return [RawOps.Mul(square, x[0])];
            },
            dy => [RawOps.Mul(dy[0], RawOps.Mul(square!, RawOps.Scalar(3, DataType.Float64)))])[0];
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
