using System.Runtime.CompilerServices;
using KerasNet.Backends.Managed;

namespace KerasNet.Tests.Managed;

public sealed unsafe class ManagedThreadsTests
{
    [TestCase(0, 1)]
    [TestCase(1, 1)]
    [TestCase(7, 100)]
    [TestCase(1000, 1)]
    [TestCase(100_000, 64)]
    public void EveryItemRunsOnce(int count, int grain)
    {
        int[] hits = new int[count + 1];
        fixed (int* to = hits)
        {
            using var wide = ManagedThreads.Limit(4);
            for (int round = 0; round < 50; round++)
            {
                ManagedThreads.For(count, grain, new CountHits(to));
            }
        }

        Assert.That(hits[..count], Is.All.EqualTo(50));
        Assert.That(hits[count], Is.Zero);
    }

    [Test]
    public void LoopsFromManyThreadsDoNotMix()
    {
        using var wide = ManagedThreads.Limit(4);
        Parallel.For(0, 64, _ => EveryItemRunsOnce(5000, 1));
    }

    [Test]
    public void AnExceptionReachesTheCaller()
    {
        using var wide = ManagedThreads.Limit(3);
        Assert.That(() => ManagedThreads.For(100, 1, default(Fail)), Throws.InvalidOperationException.With.Message.EqualTo("item 42"));
        Assert.That(() => ManagedThreads.For(10, 100, default(Fail)), Throws.Nothing);
    }

    [Test]
    public void LoopsAllocateNothingOnceWarm()
    {
        int* hits = stackalloc int[64];
        ManagedThreads.For(64, 1, new CountHits(hits));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            ManagedThreads.For(64, 64, new CountHits(hits));
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void AFinishedLoopKeepsNothingAlive()
    {
        var weak = RunOverAnArray();
        for (int i = 0; i < 50 && weak.IsAlive; i++)
        {
            Thread.Sleep(10);
            GC.Collect();
        }

        Assert.That(weak.IsAlive, Is.False);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunOverAnArray()
    {
        int[] array = new int[1000];
        using var wide = ManagedThreads.Limit(3);
        ManagedThreads.For(array.Length, 1, new FillArray(array));
        Assert.That(array, Is.All.EqualTo(1));
        return new WeakReference(array);
    }

    private readonly struct FillArray(int[] array) : IRangeAction
    {
        public void Run(int start, int end) => Array.Fill(array, 1, start, end - start);
    }

    private readonly struct CountHits(int* hits) : IRangeAction
    {
        public void Run(int start, int end)
        {
            for (int i = start; i < end; i++)
            {
                Interlocked.Increment(ref hits[i]);
            }
        }
    }

    private readonly struct Fail : IRangeAction
    {
        public void Run(int start, int end)
        {
            if (start <= 42 && 42 < end)
            {
                throw new InvalidOperationException("item 42");
            }
        }
    }
}
