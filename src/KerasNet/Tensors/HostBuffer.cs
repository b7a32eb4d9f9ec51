using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace KerasNet;

/// <summary>Native memory aligned to 64 bytes, which TensorFlow reads without a copy. Announced to the garbage collector, so that dropped tensors are collected.</summary>
internal sealed unsafe class HostBuffer : IDisposable
{
    private const int Alignment = 64;
    private const long LargestResting = 64 * 1024;
    private const int MostResting = 512;

    /// <summary>A span of a tensor that nobody holds any more may be read for an instant after its collection: small buffers rest before their memory is used again.</summary>
    private static readonly ConcurrentQueue<nint> _resting = new();

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

    ~HostBuffer() => Release(rests: Length <= LargestResting);

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
        Release(rests: false);
        GC.SuppressFinalize(this);
    }

    private void Release(bool rests)
    {
        var pointer = Interlocked.Exchange(ref _pointer, 0);
        if (pointer == 0)
        {
            return;
        }

        if (Length >= PressureThreshold)
        {
            GC.RemoveMemoryPressure(Length);
        }

        if (rests)
        {
            _resting.Enqueue(pointer);
            if (_resting.Count <= MostResting || !_resting.TryDequeue(out pointer))
            {
                return;
            }
        }

        NativeMemory.AlignedFree((void*)pointer);
    }
}
