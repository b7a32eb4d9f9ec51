using System.Runtime.InteropServices;

namespace KerasNet.TensorFlow.Native;

/// <summary>Bytes that TensorFlow hands out: a serialized message, mostly.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct TF_Buffer
{
    public readonly byte* Data;
    public readonly nuint Length;
    public readonly nint Deallocator;

    public ReadOnlySpan<byte> Bytes => new(Data, checked((int)Length));
}
