namespace KerasNet;

public static partial class Ops
{
    /// <summary>Functions of images, with Keras's names and arguments.</summary>
    /// <remarks>Python: <c>keras.ops.image</c>.</remarks>
    public static partial class Image
    {
    }
}
