namespace KerasNet.Activations;

/// <summary>Keras's activations as objects, for the activation argument of layers.</summary>
/// <remarks>Python: <c>keras.activations</c>. Under the alias <c>Activations</c>: <c>new Layers.Dense(64, activation: Activations.Relu)</c>, <c>Activations.Relu.Apply(x)</c>.</remarks>
public static class Activation
{
    /// <summary>Continuously differentiable ELU.</summary>
    public static readonly CeluActivation Celu = new();

    /// <summary>Exponential linear unit.</summary>
    public static readonly EluActivation Elu = new();

    /// <summary>Exponential.</summary>
    public static readonly ActivationFunction Exponential = new(static x => Ops.Exp(x), "exponential");

    /// <summary>Gaussian error linear unit, exact.</summary>
    public static readonly GeluActivation Gelu = new();

    /// <summary>Gated linear unit: one half of the channels times the sigmoid of the other.</summary>
    public static readonly GluActivation Glu = new();

    /// <summary>Zero within ±0.5.</summary>
    public static readonly HardShrinkActivation HardShrink = new();

    /// <summary>Piecewise linear sigmoid: <c>relu6(x + 3) / 6</c>.</summary>
    public static readonly ActivationFunction HardSigmoid = new(static x => Ops.HardSigmoid(x), "hard_sigmoid");

    /// <summary>Piecewise linear SiLU, also called hard swish.</summary>
    [Internal.Alias("hard_swish")]
    public static readonly ActivationFunction HardSilu = new(static x => Ops.HardSilu(x), "hard_silu");

    /// <summary>Clipped to [-1, 1].</summary>
    public static readonly ActivationFunction HardTanh = new(static x => Ops.HardTanh(x), "hard_tanh");

    /// <summary>ReLU with slope 0.2 below zero.</summary>
    public static readonly LeakyReluActivation LeakyRelu = new();

    /// <summary>The input itself.</summary>
    public static readonly ActivationFunction Linear = new(static x => x, "linear");

    /// <summary>Logarithm of the sigmoid.</summary>
    public static readonly ActivationFunction LogSigmoid = new(static x => Ops.LogSigmoid(x), "log_sigmoid");

    /// <summary>Logarithm of the softmax over the last axis.</summary>
    public static readonly LogSoftmaxActivation LogSoftmax = new();

    /// <summary><c>x · tanh(softplus(x))</c>.</summary>
    public static readonly ActivationFunction Mish = new(static x => x * Ops.Tanh(Ops.Softplus(x)), "mish");

    /// <summary>The input where positive, else 0.</summary>
    public static readonly ReluActivation Relu = new();

    /// <summary>ReLU that ends at 6.</summary>
    public static readonly ActivationFunction Relu6 = new(static x => Ops.Relu6(x), "relu6");

    /// <summary>Scaled exponential linear unit.</summary>
    public static readonly ActivationFunction Selu = new(static x => Ops.Selu(x), "selu");

    /// <summary>Logistic function, from 0 to 1.</summary>
    public static readonly ActivationFunction Sigmoid = new(static x => Ops.Sigmoid(x), "sigmoid");

    /// <summary><c>x · sigmoid(x)</c>, also called swish.</summary>
    [Internal.Alias("swish")]
    public static readonly ActivationFunction Silu = new(static x => Ops.Silu(x), "silu");

    /// <summary>Moved by 0.5 towards zero, zero in between.</summary>
    public static readonly SoftShrinkActivation SoftShrink = new();

    /// <summary>Probabilities over the last axis.</summary>
    public static readonly SoftmaxActivation Softmax = new();

    /// <summary><c>log(exp(x) + 1)</c>.</summary>
    public static readonly ActivationFunction Softplus = new(static x => Ops.Softplus(x), "softplus");

    /// <summary><c>x / (|x| + 1)</c>.</summary>
    public static readonly ActivationFunction Softsign = new(static x => Ops.Softsign(x), "softsign");

    /// <summary>Softplus that is exactly zero below -1.</summary>
    public static readonly ActivationFunction SparsePlus = new(static x => Ops.SparsePlus(x), "sparse_plus");

    /// <summary>Piecewise linear sigmoid between -1 and 1.</summary>
    public static readonly ActivationFunction SparseSigmoid = new(static x => Ops.SparseSigmoid(x), "sparse_sigmoid");

    /// <summary>Probabilities over the last axis, many of them exactly zero.</summary>
    public static readonly SparsemaxActivation Sparsemax = new();

    /// <summary><c>(x + √(x² + 4)) / 2</c>.</summary>
    public static readonly SquareplusActivation Squareplus = new();

    /// <summary>Hyperbolic tangent.</summary>
    public static readonly ActivationFunction Tanh = new(static x => Ops.Tanh(x), "tanh");

    /// <summary><c>x - tanh(x)</c>.</summary>
    public static readonly ActivationFunction TanhShrink = new(static x => Ops.TanhShrink(x), "tanh_shrink");

    /// <summary>The input where it is above a threshold, else a number.</summary>
    /// <remarks>Python: <c>keras.activations.threshold</c>.</remarks>
    /// <param name="x">The input.</param>
    /// <param name="threshold">The threshold.</param>
    /// <param name="defaultValue">The number.</param>
    public static Tensor Threshold(Tensor x, double threshold, double defaultValue) => Ops.Threshold(x, threshold, defaultValue);
}
