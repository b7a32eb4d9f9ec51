using static KerasNet.Tests.OpGradient;

namespace KerasNet.Tests;

/// <summary>Functions of each element, or of two that broadcast.</summary>
internal sealed class ElementwiseOpGradients : IOpGradients
{
    /// <summary>Keras makes complex numbers of float32.</summary>
    private const double Float32 = 2e-3;

    private static readonly (string Op, Func<Tensor, Tensor> Call, double Low, double High)[] _unary =
    [
        ("Abs", Ops.Abs, 0.1, 1), ("Absolute", Ops.Absolute, -1, -0.1), ("Arccos", Ops.Arccos, -0.8, 0.8), ("Arccosh", Ops.Arccosh, 1.2, 3), ("Arcsin", Ops.Arcsin, -0.8, 0.8), ("Arcsinh", Ops.Arcsinh, -2, 2),
        ("Arctan", Ops.Arctan, -2, 2), ("Arctanh", Ops.Arctanh, -0.8, 0.8), ("Cbrt", Ops.Cbrt, 0.3, 2), ("Celu", x => Ops.Celu(x, 0.7), 0.1, 2), ("Celu", x => Ops.Celu(x, 0.7), -2, -0.1),
        ("Conj", Ops.Conj, -1, 1), ("Conjugate", Ops.Conjugate, -1, 1), ("Copy", Ops.Copy, -1, 1), ("Cos", Ops.Cos, -2, 2), ("Cosh", Ops.Cosh, -1, 1), ("Deg2Rad", Ops.Deg2Rad, -90, 90), ("Elu", x => Ops.Elu(x, 0.7), -2, -0.1),
        ("Erf", Ops.Erf, -2, 2), ("Erfc", Ops.Erfc, -2, 2), ("Erfinv", Ops.Erfinv, -0.8, 0.8), ("Exp", Ops.Exp, -1, 1), ("Exp2", Ops.Exp2, -1, 1), ("Expm1", Ops.Expm1, -1, 1), ("Fabs", Ops.Fabs, 0.1, 1),
        ("Gelu", x => Ops.Gelu(x), -2, 2), ("Gelu", x => Ops.Gelu(x, approximate: false), -2, 2), ("HardShrink", x => Ops.HardShrink(x), 0.6, 2), ("HardSigmoid", Ops.HardSigmoid, -2, 2), ("HardSilu", Ops.HardSilu, -2, 2),
        ("HardSwish", Ops.HardSwish, -2, 2), ("HardTanh", Ops.HardTanh, -0.9, 0.9), ("I0", Ops.I0, -2, 2), ("LeakyRelu", x => Ops.LeakyRelu(x, 0.3), -2, -0.1), ("Log", Ops.Log, 0.5, 2), ("Log10", Ops.Log10, 0.5, 2),
        ("Log1p", Ops.Log1p, -0.5, 2), ("Log2", Ops.Log2, 0.5, 2), ("LogSigmoid", Ops.LogSigmoid, -2, 2), ("NanToNum", x => Ops.NanToNum(x), -1, 1), ("Negative", Ops.Negative, -1, 1), ("Rad2Deg", Ops.Rad2Deg, -1, 1),
        ("Real", Ops.Real, -1, 1), ("Reciprocal", Ops.Reciprocal, 0.5, 2), ("Relu", Ops.Relu, 0.1, 2), ("Relu6", Ops.Relu6, 0.1, 5), ("Rsqrt", Ops.Rsqrt, 0.5, 2), ("Selu", Ops.Selu, -2, -0.1), ("Sigmoid", Ops.Sigmoid, -2, 2),
        ("Silu", Ops.Silu, -2, 2), ("Sin", Ops.Sin, -2, 2), ("Sinc", Ops.Sinc, 0.2, 2), ("Sinh", Ops.Sinh, -1, 1), ("SoftShrink", x => Ops.SoftShrink(x), 0.6, 2), ("Softplus", Ops.Softplus, -2, 2), ("Softsign", Ops.Softsign, 0.1, 2),
        ("SparsePlus", Ops.SparsePlus, -0.9, 0.9), ("SparseSigmoid", Ops.SparseSigmoid, -0.9, 0.9), ("Sqrt", Ops.Sqrt, 0.5, 2), ("Square", Ops.Square, -1, 1), ("Squareplus", x => Ops.Squareplus(x), -2, 2), ("Swish", Ops.Swish, -2, 2),
        ("Tan", Ops.Tan, -1, 1), ("Tanh", Ops.Tanh, -1, 1), ("TanhShrink", Ops.TanhShrink, -2, 2), ("Threshold", x => Ops.Threshold(x, 0.1, 0.5), 0.2, 2), ("Cast", x => Ops.Cast(x, DataType.Float64), -1, 1),
        ("ConvertToTensor", x => Ops.ConvertToTensor(x), -1, 1),
    ];

    private static readonly (string Op, Func<Tensor, Tensor, Tensor> Call)[] _binary =
    [
        ("Add", Ops.Add), ("Arctan2", Ops.Arctan2), ("Divide", Ops.Divide), ("DivideNoNan", Ops.DivideNoNan), ("Hypot", Ops.Hypot), ("Logaddexp", Ops.Logaddexp), ("Logaddexp2", Ops.Logaddexp2), ("Multiply", Ops.Multiply),
        ("Power", Ops.Power), ("Subtract", Ops.Subtract), ("TrueDivide", Ops.TrueDivide),
    ];

    private static readonly (string Op, Func<Tensor, Tensor, Tensor> Call)[] _choices =
        [("Fmax", Ops.Fmax), ("Fmin", Ops.Fmin), ("Maximum", Ops.Maximum), ("Minimum", Ops.Minimum)];

    public IEnumerable<OpGradient> Cases()
    {
        foreach (var (op, call, low, high) in _unary)
        {
            yield return new(op, x => call(x[0]), S((2, 3), low, high));
        }

        foreach (var (op, call) in _binary)
        {
            yield return new(op, x => call(x[0], x[1]), S((2, 1, 3), 0.5, 2), S((2, 1), 0.5, 2, seed: 2));
        }

        // The two lie between each other, nowhere close.
        foreach (var (op, call) in _choices)
        {
            yield return new(op, x => call(x[0], x[1]), Apart((2, 3)), Apart((2, 3), seed: 4) + 0.11);
        }

        // Away from the steps of the quotient.
        yield return new("Mod", x => Ops.Mod(x[0], x[1]), Tensor.Create<double>([5.3, -7.4, 2.2], 3), Tensor.Create<double>([2.0, 3.1, -1.7], 3));
        yield return new("Fmod", x => Ops.Fmod(x[0], x[1]), Tensor.Create<double>([5.3, -7.4, 2.2], 3), Tensor.Create<double>([2.0, 3.1, 1.7], 3));
        yield return new("Ldexp", x => Ops.Ldexp(x[0], x[1]), S((2, 3), 0.5, 2), Tensor.Create([-1, 0, 2], 3));
        yield return new("Clip", x => Ops.Clip(x[0], x[1], x[2]), Apart((2, 3)), Tensor.Create<double>([-0.5], TensorShape.Scalar), Tensor.Create<double>([0.35], TensorShape.Scalar));
        yield return new("Where", x => Ops.Where(Tensor.Create([true, false, true], 3), x[0], x[1]), S((2, 3)), S((2, 1), seed: 2));
        yield return new("Select", x => Ops.Select([Tensor.Create([true, false, false], 3), Tensor.Create([true, true, false], 3)], [x[0], x[1]], x[2]), S(3), S((2, 3), seed: 2), S((2, 1), seed: 3));
        yield return new("Polar", x => Join((Ops.Real(Ops.Polar(x[0], x[1])), Ops.Imag(Ops.Polar(x[0], x[1])))), S(3, 0.5, 2), S(3, seed: 2));
        yield return new("Imag", x => Join([Ops.Imag(Ops.Exp(Ops.ViewAsComplex(x[0])))]), S((3, 2))) { Tolerance = Float32 };
        yield return new("SaturateCast", x => Ops.SaturateCast(x[0], DataType.Float64), S(3));
        yield return new("Full", x => Ops.Full((2, 3), x[0]), S(TensorShape.Scalar));
        yield return new("FullLike", x => Ops.FullLike(x[0], x[1]), S((2, 3)), S(3, seed: 2));
        yield return new("Angle", x => Join([Ops.Angle(Ops.ViewAsComplex(x[0]))]), S((3, 2), 0.3, 1)) { Tolerance = Float32 };
        yield return new("ViewAsComplex", x => Join([Ops.ViewAsReal(Ops.ViewAsComplex(x[0]))]), S((3, 2))) { Tolerance = Float32 };
        yield return new("ViewAsReal", x => Join([Ops.ViewAsReal(Ops.Exp(Ops.ViewAsComplex(x[0])))]), S((3, 2))) { Tolerance = Float32 };
    }
}
