namespace KerasNet;

public static partial class Ops
{
    /// <summary>Sliding blocks of images <c>(batch, channels, height, width)</c> as columns <c>(batch, channels · block, positions)</c>.</summary>
    /// <remarks>Python: <c>keras.ops.unfold</c>.</remarks>
    public static Tensor Unfold(Tensor x, TensorShape kernelSize, TensorShape? dilation = null, TensorShape? padding = null, TensorShape? stride = null) =>
        Run("Unfold", x, t => new Patches(kernelSize, dilation, padding, stride).Unfold(t), PatchConfig(kernelSize, dilation, padding, stride));

    private static (string Name, object? Value)[] PatchConfig(TensorShape kernelSize, TensorShape? dilation, TensorShape? padding, TensorShape? stride) =>
        [("kernel_size", Numbers(kernelSize)), ("dilation", Numbers(dilation)), ("padding", padding is null ? 0 : Numbers(padding)), ("stride", Numbers(stride))];
}
