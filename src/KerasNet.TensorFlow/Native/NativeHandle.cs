using System.Runtime.InteropServices;

namespace KerasNet.TensorFlow.Native;

/// <summary>Owns one native object. A handle that nobody disposed is released on the thread pool, because the finaliser thread must not wait for TensorFlow.</summary>
internal abstract class NativeHandle : SafeHandle
{
    private bool _finalizing;

    protected NativeHandle(nint value)
        : base(0, ownsHandle: true) => SetHandle(value);

    public sealed override bool IsInvalid => handle == 0;

    /// <summary>The raw pointer, for calls that are made too often for reference counting; the caller keeps this object alive.</summary>
    public nint Pointer => IsClosed ? throw new ObjectDisposedException(GetType().Name) : handle;

    protected override void Dispose(bool disposing)
    {
        _finalizing = !disposing;
        base.Dispose(disposing);
    }

    protected sealed override bool ReleaseHandle()
    {
        if (_finalizing)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static self => self.Release(self.handle), this, preferLocal: false);
        }
        else
        {
            Release(handle);
        }

        return true;
    }

    protected abstract void Release(nint pointer);
}
