namespace KerasNet.Backends.Managed;

/// <summary>Copies a row of bytes between tensors of any element type and size.</summary>
internal static unsafe class RowCopy
{
    public static void Run(Tensor x, long offsetX, Tensor y, long offsetY, long bytes) =>
        Buffer.MemoryCopy(x.Pointer + offsetX, y.Pointer + offsetY, bytes, bytes);
}
