using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KerasNet.Backends.Managed;

/// <summary>A thread's scratch blocks: one pinned array per nesting depth, grown to the largest size asked for, collected with the thread.</summary>
internal sealed unsafe class ScratchStack
{
    private const int MaxDepth = 16;
    private const int Alignment = 64;

    [ThreadStatic]
    private static ScratchStack? t_stack;

    private readonly byte[][] _blocks = new byte[MaxDepth][];
    private int _depth;

    private ScratchStack() => Array.Fill(_blocks, []);

    public static ScratchStack OfThisThread => t_stack ??= new ScratchStack();

    public void* Push(long size)
    {
        int depth = _depth;
        if (_blocks[depth].LongLength < size + Alignment)
        {
            _blocks[depth] = [];
            _blocks[depth] = GC.AllocateUninitializedArray<byte>(checked((int)((size + Alignment + 4095) & ~4095L)), pinned: true);
        }

        _depth = depth + 1;
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_blocks[depth]));
        return (void*)((address + Alignment - 1) & ~(nuint)(Alignment - 1));
    }

    public void Pop() => _depth--;
}
