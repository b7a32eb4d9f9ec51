using System.Runtime.InteropServices;

namespace KerasNet;

/// <summary>Native memory aligned to 64 bytes, which TensorFlow reads without a copy. Announced to the garbage collector, so that dropped tensors are collected.</summary>
internal sealed unsafe class HostBuffer : IDisposable
{
    private const int Alignment = 64;
    private nint _pointer;

    public HostBuffer(long bytes)
    {
        Length = bytes;
        _pointer = (nint)NativeMemory.AlignedAlloc((nuint)Math.Max(bytes, Alignment), Alignment);
        if (bytes >= PressureThreshold)
        {
            GC.AddMemoryPressure(bytes);
        }
    }

    ~HostBuffer() => Release();

    /// <summary>Below this a buffer costs the collector more to count than it holds.</summary>
    private const long PressureThreshold = 4096;

    /// <summary>Bytes that may be used.</summary>
    public long Length { get; }

    /// <summary>The pool it goes back to; null when it belongs to its tensors alone.</summary>
    public Backends.Managed.BufferPool? Pool { get; init; }

    /// <summary>Values of the running step that use it.</summary>
    public int Uses { get; set; }

    public byte* Pointer => _pointer != 0 ? (byte*)_pointer : throw new ObjectDisposedException(nameof(HostBuffer));

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        var pointer = Interlocked.Exchange(ref _pointer, 0);
        if (pointer != 0)
        {
            NativeMemory.AlignedFree((void*)pointer);
            if (Length >= PressureThreshold)
            {
                GC.RemoveMemoryPressure(Length);
            }
        }
    }
}
