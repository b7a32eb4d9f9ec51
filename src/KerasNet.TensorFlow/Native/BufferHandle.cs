namespace KerasNet.TensorFlow.Native;

/// <summary>A <c>TF_Buffer</c>: bytes in (options) or out (messages).</summary>
internal sealed unsafe class BufferHandle : NativeHandle
{
    /// <summary>An empty buffer for TensorFlow to fill.</summary>
    public BufferHandle()
        : base(NativeMethods.TF_NewBuffer())
    {
    }

    /// <summary>A buffer that TensorFlow made.</summary>
    public BufferHandle(nint buffer)
        : base(buffer)
    {
    }

    /// <summary>A copy of <paramref name="bytes"/>.</summary>
    public BufferHandle(ReadOnlySpan<byte> bytes)
        : base(Copy(bytes))
    {
    }

    /// <summary>What is in it; valid while this object lives.</summary>
    public ReadOnlySpan<byte> Bytes => ((TF_Buffer*)Pointer)->Bytes;

    protected override void Release(nint pointer) => NativeMethods.TF_DeleteBuffer(pointer);

    private static nint Copy(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* p = bytes)
        {
            return NativeMethods.TF_NewBufferFromString(p, (nuint)bytes.Length);
        }
    }
}
