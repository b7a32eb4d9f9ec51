namespace KerasNet;

public static partial class Ops
{
    /// <summary>A function of one tensor with a gradient of its own.</summary>
    /// <remarks>Python: <c>keras.ops.custom_gradient</c>. Gradients flow to the argument only.</remarks>
    /// <param name="f">Gives the output and the function that makes, of the gradient by the output, that by the argument.</param>
    /// <example><code>
    /// var log1pexp = Ops.CustomGradient(x =>
    /// {
    ///     var e = Ops.Exp(x);
    ///     return (Ops.Log(1 + e), upstream => upstream * (1 - 1 / (1 + e)));
    /// });
    /// </code></example>
    public static Func<Tensor, Tensor> CustomGradient(Func<Tensor, (Tensor Output, Func<Tensor, Tensor> Gradient)> f) => given => Run("CustomGradient", given, x =>
    {
        Func<Tensor, Tensor>? gradient = null;
        return RawOps.CustomGradient(
            [x],
            t =>
            {
                (var output, gradient) = f(t[0]);
                return [output];
            },
            dy => [gradient!(dy[0])])[0];
    });

    /// <summary>A function of several tensors with a gradient of its own. Gradients flow to the arguments only: pass in whatever needs one.</summary>
    /// <param name="f">Gives the outputs and the function that makes, of the gradients by the outputs, those by the arguments (null: none).</param>
    public static Func<Tensor[], Tensor[]> CustomGradient(Func<Tensor[], (Tensor[] Outputs, Func<Tensor[], Tensor?[]> Gradient)> f) => given => RunMany("CustomGradient", given, x =>
    {
        Func<Tensor[], Tensor?[]>? gradient = null;
        return RawOps.CustomGradient(
            x,
            t =>
            {
                (var outputs, gradient) = f(t);
                return outputs;
            },
            dy => gradient!(dy));
    });
}
