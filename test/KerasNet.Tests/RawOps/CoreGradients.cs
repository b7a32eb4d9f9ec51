using static KerasNet.Tests.GradientCase;

namespace KerasNet.Tests;

/// <summary>Gradient cases of the arithmetic that everything is built on.</summary>
internal sealed class CoreGradients : IGradientCases
{
    private static readonly (TensorShape A, TensorShape B)[] _pairs = [((2, 3), (2, 3)), ((2, 3), 3), ((2, 1, 3), (4, 1)), (TensorShape.Scalar, (2, 2))];

    public IEnumerable<GradientCase> Cases()
    {
        (string Name, Func<Tensor, Tensor, Tensor> Op)[] binary =
        [
            ("AddV2", RawOps.AddV2), ("Sub", RawOps.Sub), ("Mul", RawOps.Mul), ("RealDiv", RawOps.RealDiv),
        ];
        foreach (var (name, op) in binary)
        {
            foreach (var (a, b) in _pairs)
            {
                foreach (var unknown in new[] { false, true })
                {
                    yield return new($"{name} {a} {b}", x => op(x[0], x[1]), Sample(a, 0.5, 2), Sample(b, 0.5, 2, seed: 2)) { UnknownBatch = unknown, SecondOrder = true };
                }
            }
        }

        foreach (TensorShape shape in new TensorShape[] { (2, 3), 4, (2, 1, 3) })
        {
            yield return new($"Neg {shape}", x => RawOps.Neg(x[0]), Sample(shape)) { UnknownBatch = true };
            yield return new($"Square {shape}", x => RawOps.Square(x[0]), Sample(shape)) { UnknownBatch = true, SecondOrder = true };
            yield return new($"Reshape {shape}", x => RawOps.Reshape(x[0], RawOps.Constant(-1)), Sample(shape)) { UnknownBatch = true };
            yield return new($"Cast {shape}", x => RawOps.Cast(RawOps.Cast(RawOps.Square(x[0]), DataType.Float32), DataType.Float64), Sample(shape)) { UnknownBatch = true, Tolerance = 1e-3 };
            yield return new($"ExpandDims {shape}", x => RawOps.ExpandDims(x[0], 1), Sample(shape)) { UnknownBatch = true };
            yield return new($"BroadcastTo {shape}", x => RawOps.BroadcastTo(x[0], RawOps.Constant([5, .. shape.Dims])), Sample(shape));
            yield return new($"Sum {shape}", x => RawOps.Sum(x[0], RawOps.Constant(-1)), Sample(shape)) { UnknownBatch = true, SecondOrder = true };
            yield return new($"Sum 0 {shape}", x => RawOps.Sum(x[0], RawOps.Constant(0), keepDims: true), Sample(shape)) { UnknownBatch = true };
        }

        yield return new("Sum 0 2", x => RawOps.Sum(x[0], RawOps.Constant(0, 2)), Sample((2, 3, 4))) { UnknownBatch = true };
        yield return new("FloorMod", x => RawOps.FloorMod(x[0], x[1]), Tensor.Create([1.3, -2.4, 5.1], 3), Tensor.Create([0.7, 0.9, -1.6], 3)) { UnknownBatch = true };
    }
}
