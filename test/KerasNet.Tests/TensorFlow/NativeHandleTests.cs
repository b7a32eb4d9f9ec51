using System.Runtime.CompilerServices;
using KerasNet.TensorFlow.Native;

namespace KerasNet.Tests.TensorFlow;

[TestFixture]
public sealed class NativeHandleTests
{
    [Test]
    public void DisposeReleasesOnceAtOnceOnThisThread()
    {
        var released = new Released();
        var handle = new Handle(7, released);

        handle.Dispose();
        handle.Dispose();

        Assert.That(released.Pointers, Is.EqualTo(new nint[] { 7 }));
        Assert.That(released.Thread, Is.SameAs(Thread.CurrentThread));
        Assert.Throws<ObjectDisposedException>(() => _ = handle.Pointer);
    }

    [Test]
    public void AForgottenHandleIsReleasedOnTheThreadPool()
    {
        var released = new Released();
        Forget(released);

        for (var i = 0; i < 100 && !released.Done.Wait(50); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(released.Pointers, Is.EqualTo(new nint[] { 8 }));
        Assert.That(released.Thread!.IsThreadPoolThread, Is.True);
    }

    [Test]
    public void ANullPointerIsNeverReleased()
    {
        var released = new Released();
        new Handle(0, released).Dispose();

        Assert.That(released.Pointers, Is.Empty);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(Released released) => _ = new Handle(8, released);

    private sealed class Released
    {
        public List<nint> Pointers { get; } = [];

        public Thread? Thread { get; set; }

        public ManualResetEventSlim Done { get; } = new();
    }

    private sealed class Handle(nint pointer, Released released) : NativeHandle(pointer)
    {
        protected override void Release(nint pointer)
        {
            released.Pointers.Add(pointer);
            released.Thread = Thread.CurrentThread;
            released.Done.Set();
        }
    }
}
