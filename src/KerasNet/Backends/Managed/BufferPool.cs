using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>Buffers of one run that are used again in the same and the next run, by size class.</summary>
internal sealed class BufferPool : IDisposable
{
    private readonly Stack<HostBuffer>?[] _free = new Stack<HostBuffer>?[64];

    public HostBuffer Rent(long bytes)
    {
        var size = (long)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(bytes, 64));
        var buffer = _free[BitOperations.Log2((ulong)size)] is { Count: > 0 } stack ? stack.Pop() : new HostBuffer(size) { Pool = this };
        buffer.Uses = 0;
        return buffer;
    }

    public void Return(HostBuffer buffer) => (_free[BitOperations.Log2((ulong)buffer.Length)] ??= new()).Push(buffer);

    public void Dispose()
    {
        foreach (var stack in _free)
        {
            while (stack is { Count: > 0 })
            {
                stack.Pop().Dispose();
            }
        }
    }
}
