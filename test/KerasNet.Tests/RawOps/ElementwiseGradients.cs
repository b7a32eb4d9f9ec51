using static KerasNet.Tests.GradientCase;

namespace KerasNet.Tests;

/// <summary>Gradient cases of elementwise functions: three shapes each, known and unknown batch, first and second derivative.</summary>
internal sealed class ElementwiseGradients : IGradientCases
{
    private static readonly TensorShape[] _shapes = [(2, 3), 4, (2, 1, 3)];
    private static readonly (TensorShape A, TensorShape B)[] _pairs = [((2, 3), (2, 3)), ((2, 3), 3), ((2, 1, 3), (4, 1)), (TensorShape.Scalar, (2, 2)), ((3, 1), (1, 2))];

    private static readonly (string Name, Func<Tensor, Tensor> Op, double Low, double High)[] _unary =
    [
        ("Exp", RawOps.Exp, -1, 1), ("Log", RawOps.Log, 0.5, 2), ("Log1p", RawOps.Log1p, -0.5, 2), ("Expm1", RawOps.Expm1, -1, 1),
        ("Sqrt", RawOps.Sqrt, 0.5, 2), ("Rsqrt", RawOps.Rsqrt, 0.5, 2), ("Reciprocal", RawOps.Reciprocal, 0.5, 2), ("Abs", RawOps.Abs, 0.1, 1), ("Abs of negative", RawOps.Abs, -1, -0.1),
        ("Sin", RawOps.Sin, -2, 2), ("Cos", RawOps.Cos, -2, 2), ("Tan", RawOps.Tan, -1, 1), ("Asin", RawOps.Asin, -0.8, 0.8), ("Acos", RawOps.Acos, -0.8, 0.8), ("Atan", RawOps.Atan, -2, 2),
        ("Sinh", RawOps.Sinh, -1, 1), ("Cosh", RawOps.Cosh, -1, 1), ("Tanh", RawOps.Tanh, -1, 1), ("Asinh", RawOps.Asinh, -2, 2), ("Acosh", RawOps.Acosh, 1.2, 3), ("Atanh", RawOps.Atanh, -0.8, 0.8),
        ("Sigmoid", RawOps.Sigmoid, -2, 2), ("Softplus", RawOps.Softplus, -2, 2), ("Softsign", RawOps.Softsign, 0.1, 2), ("Softsign of negative", RawOps.Softsign, -2, -0.1),
        ("Erf", RawOps.Erf, -2, 2), ("Erfc", RawOps.Erfc, -2, 2), ("Erfinv", RawOps.Erfinv, -0.8, 0.8), ("Lgamma", RawOps.Lgamma, 0.6, 4), ("Digamma", RawOps.Digamma, 0.6, 4),
    ];

    private static readonly (string Name, Func<Tensor, Tensor, Tensor> Op)[] _binary =
    [
        ("Pow", RawOps.Pow), ("SquaredDifference", RawOps.SquaredDifference), ("DivNoNan", RawOps.DivNoNan), ("Xlogy", RawOps.Xlogy), ("Xdivy", RawOps.Xdivy), ("Atan2", RawOps.Atan2),
    ];

    // Numbers that are not close to each other across the two, so that a step does not change their order.
    private static readonly (string Name, Func<Tensor, Tensor, Tensor> Op)[] _choices = [("Maximum", RawOps.Maximum), ("Minimum", RawOps.Minimum)];

    public IEnumerable<GradientCase> Cases()
    {
        foreach (var (name, op, low, high) in _unary)
        {
            for (var i = 0; i < _shapes.Length; i++)
            {
                yield return new($"{name} {_shapes[i]}", x => op(x[0]), Sample(_shapes[i], low, high)) { UnknownBatch = i != 1, SecondOrder = true };
            }
        }

        foreach (var (name, op) in _binary)
        {
            foreach (var (a, b) in _pairs)
            {
                foreach (var unknown in new[] { false, true })
                {
                    yield return new($"{name} {a} {b}", x => op(x[0], x[1]), Sample(a, 0.5, 2), Sample(b, 0.5, 2, seed: 2)) { UnknownBatch = unknown, SecondOrder = true };
                }
            }
        }

        foreach (var (name, op) in _choices)
        {
            foreach (var (a, b) in _pairs)
            {
                yield return new($"{name} {a} {b}", x => op(x[0], x[1]), Distinct(a, 0), Distinct(b, 0.05)) { UnknownBatch = true };
            }
        }

        foreach (var shape in _shapes)
        {
            var order = Tensor.Create(Enumerable.Repeat(2.0, (int)shape.Size).ToArray(), shape);
            yield return new($"Polygamma {shape}", x => RawOps.Polygamma(order, x[0]), Sample(shape, 0.6, 4)) { UnknownBatch = true, SecondOrder = true };
            yield return new($"ClipByValue {shape}", x => RawOps.ClipByValue(x[0], RawOps.Scalar(0.27, DataType.Float64), RawOps.Scalar(0.52, DataType.Float64)), Distinct(shape, 0)) { UnknownBatch = true };
            yield return new($"AddN {shape}", x => RawOps.AddN(x[0], x[1], x[0]), Sample(shape), Sample(shape, seed: 2)) { UnknownBatch = true };
            yield return new($"L2Loss {shape}", x => RawOps.L2Loss(x[0]), Sample(shape)) { UnknownBatch = true, SecondOrder = true };
        }

        yield return new("ClipByValue by its limits", x => RawOps.ClipByValue(x[0], x[1], x[2]), Distinct((2, 4), 0), Tensor.Create([0.27], TensorShape.Scalar), Tensor.Create([0.52], TensorShape.Scalar)) { Batched = [0], UnknownBatch = true };
        yield return new("Pow with a constant", x => RawOps.Pow(x[0], RawOps.Scalar(3, DataType.Float64)), Sample((2, 3), -1, 1)) { UnknownBatch = true, SecondOrder = true };
    }

    /// <summary>0.1, 0.2, … in some order, and an offset.</summary>
    internal static Tensor Distinct(TensorShape shape, double offset)
    {
        var values = Enumerable.Range(1, (int)shape.Size).Select(i => (i * 7 % 11 * 0.1) + (i * 0.001) + offset).ToArray();
        return Tensor.Create<double>(values, shape);
    }
}
