namespace KerasNet.Activations;

/// <summary><c>(x + √(x² + b)) / 2</c>.</summary>
/// <remarks>Python: <c>keras.activations.squareplus</c>.</remarks>
public sealed class SquareplusActivation : ActivationFunction
{
    internal SquareplusActivation()
        : base(static x => Ops.Squareplus(x), "squareplus")
    {
    }

    /// <summary>Computes the activation with parameters of one's own.</summary>
    /// <param name="x">The input.</param>
    /// <param name="b">How smooth the bend is.</param>
    public Tensor Apply(Tensor x, double b = 4) =>
        Ops.Squareplus(x, b);
}
