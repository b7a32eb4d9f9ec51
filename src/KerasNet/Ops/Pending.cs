#pragma warning disable
namespace KerasNet;

// Stand-ins until the files of these functions arrive (rawnn): delete each here when its own file is added, and this file at the end.
public static partial class Ops
{
    public static Tensor Elu(Tensor x, double alpha = 1.0) => Where(x > 0, x, alpha * Expm1(x));
    public static Tensor Gelu(Tensor x, bool approximate = true) => approximate ? 0.5 * x * (1 + Tanh(0.7978845608028654 * (x + 0.044715 * x * x * x))) : 0.5 * x * (1 + Erf(x / 1.4142135623730951));
    public static Tensor Glu(Tensor x, int axis = -1) { var p = Split(x, 2, axis); return p[0] * Sigmoid(p[1]); }
    public static Tensor HardShrink(Tensor x, double threshold = 0.5) => Where(Abs(x) > threshold, x, ZerosLike(x));
    public static Tensor HardSigmoid(Tensor x) => Clip(x / 6 + 0.5, 0, 1);
    public static Tensor HardSilu(Tensor x) => x * HardSigmoid(x);
    public static Tensor HardTanh(Tensor x) => Clip(x, -1, 1);
    public static Tensor LeakyRelu(Tensor x, double negativeSlope = 0.2) => Where(x > 0, x, negativeSlope * x);
    public static Tensor LogSigmoid(Tensor x) => -Softplus(-x);
    public static Tensor LogSoftmax(Tensor x, int axis = -1) => Run("LogSoftmax", x, RawOps.LogSoftmax);
    public static Tensor Softplus(Tensor x) => Run("Softplus", x, RawOps.Softplus);
    public static Tensor Relu(Tensor x) => Run("Relu", x, RawOps.Relu);
    public static Tensor Relu6(Tensor x) => Run("Relu6", x, RawOps.Relu6);
    public static Tensor Selu(Tensor x) => Run("Selu", x, RawOps.Selu);
    public static Tensor Sigmoid(Tensor x) => Run("Sigmoid", x, RawOps.Sigmoid);
    public static Tensor Silu(Tensor x) => x * Sigmoid(x);
    public static Tensor SoftShrink(Tensor x, double threshold = 0.5) => Where(x > threshold, x - threshold, Where(x < -threshold, x + threshold, ZerosLike(x)));
    public static Tensor Softmax(Tensor x, int axis = -1) => Run("Softmax", x, RawOps.Softmax);
    public static Tensor Softsign(Tensor x) => Run("Softsign", x, RawOps.Softsign);
    public static Tensor SparsePlus(Tensor x) => Where(x <= -1, ZerosLike(x), Where(x < 1, 0.25 * Square(x + 1), x));
    public static Tensor Celu(Tensor x, double alpha = 1.0) => Maximum(x, 0f) + alpha * Expm1(Minimum(x, 0f) / alpha);
    public static Tensor SparseSigmoid(Tensor x) => Clip(0.5 * (x + 1), 0, 1);
    public static Tensor Sparsemax(Tensor x, int axis = -1) => Softmax(x);
    public static Tensor Squareplus(Tensor x, double b = 4) => (x + Sqrt(Square(x) + b)) / 2;
    public static Tensor TanhShrink(Tensor x) => x - Tanh(x);
    public static Tensor Normalize(Tensor x, int axis = -1, double order = 2, double epsilon = 1e-12) => x * Rsqrt(Maximum(Sum(Square(x), axis, keepdims: true), (float)epsilon));
    public static Tensor BinaryCrossentropy(Tensor target, Tensor output, bool fromLogits = false)
    {
        if (fromLogits) { return Maximum(output, 0f) - output * target + Log1p(Exp(-Abs(output))); }
        var p = Clip(output, 1e-7f, 1 - 1e-7f);
        return -(target * Log(p) + (1 - target) * Log(1 - p));
    }

    public static Tensor CategoricalCrossentropy(Tensor target, Tensor output, bool fromLogits = false, int axis = -1)
    {
        if (fromLogits) { return -Sum(target * LogSoftmax(output), axis); }
        var p = output / Sum(output, axis, keepdims: true);
        return -Sum(target * Log(Clip(p, 1e-7f, 1 - 1e-7f)), axis);
    }

    public static Tensor SparseCategoricalCrossentropy(Tensor target, Tensor output, bool fromLogits = false, int axis = -1)
    {
        var logits = fromLogits ? output : Log(Clip(output, 1e-7f, 1 - 1e-7f));
        var labels = Cast(target.Rank == output.Rank ? Squeeze(target, -1) : target, DataType.Int32);
        return RawOps.SparseSoftmaxCrossEntropyWithLogits(logits, labels);
    }
}
