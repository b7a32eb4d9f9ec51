namespace KerasNet.Backends.Managed;

/// <summary>Aligned native memory that a kernel borrows from its thread until the end of the scope; contents are undefined.</summary>
internal readonly unsafe ref struct Scratch<T> where T : unmanaged
{
    private readonly ScratchStack _stack;

    public Scratch(long count)
    {
        _stack = ScratchStack.OfThisThread;
        Pointer = (T*)_stack.Push(count * sizeof(T));
    }

    /// <summary>The first element, aligned to 64 bytes.</summary>
    public T* Pointer { get; }

    public void Dispose() => _stack.Pop();
}
