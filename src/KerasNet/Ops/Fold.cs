namespace KerasNet;

public static partial class Ops
{
    /// <summary>Adds columns of sliding blocks up to images: the transpose of <see cref="Unfold"/>.</summary>
    /// <remarks>Python: <c>keras.ops.fold</c>.</remarks>
    public static Tensor Fold(Tensor x, TensorShape outputSize, TensorShape kernelSize, TensorShape? dilation = null, TensorShape? padding = null, TensorShape? stride = null) =>
        Run("Fold", x, t => new Patches(kernelSize, dilation, padding, stride).Fold(t, outputSize), [("output_size", Numbers(outputSize)), .. PatchConfig(kernelSize, dilation, padding, stride)]);
}
