namespace KerasNet;

public static partial class Ops
{
    /// <summary>Cross-entropy of each element, a probability or a logit, against a target from 0 to 1.</summary>
    /// <remarks>Python: <c>keras.ops.binary_crossentropy</c>. The result of <see cref="Sigmoid"/> is taken as its logits.</remarks>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor BinaryCrossentropy(Tensor target, Tensor output, bool fromLogits = false) => Run("BinaryCrossentropy", target, output, (t, y) =>
    {
        CheckSameShape(t, y);
        t = RawOps.Cast(t, y.DType);
        if (y.Logits is { } logits)
        {
            (y, fromLogits) = (logits, true);
        }

        if (fromLogits)
        {
            return RawOps.Sub(RawOps.Softplus(y), RawOps.Mul(y, t));
        }

        var (one, p) = (Number(1, y), ClippedProbability(y));
        var positive = RawOps.Mul(t, RawOps.Log(p));
        var negative = RawOps.Mul(RawOps.Sub(one, t), RawOps.Log(RawOps.Sub(one, p)));
        return RawOps.Neg(RawOps.AddV2(positive, negative));
    }, ("from_logits", fromLogits));

    private static Tensor ClippedProbability(Tensor p) =>
        RawOps.ClipByValue(p, Number(Keras.Config.Epsilon, p), Number(1 - Keras.Config.Epsilon, p));

    private static void CheckSameShape(Tensor target, Tensor output)
    {
        if (target.Rank != output.Rank)
        {
            throw new ArgumentException($"Arguments `target` and `output` must have the same rank (ndim). Received: target.shape={target.Shape}, output.shape={output.Shape}", nameof(target));
        }

        if (!target.Shape.IsCompatibleWith(output.Shape))
        {
            throw new ArgumentException($"Arguments `target` and `output` must have the same shape. Received: target.shape={target.Shape}, output.shape={output.Shape}", nameof(target));
        }
    }
}
