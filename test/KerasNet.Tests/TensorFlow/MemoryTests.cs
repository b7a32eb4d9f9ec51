using System.Diagnostics;
using System.Globalization;
using KerasNet.TensorFlow.Sessions;

namespace KerasNet.Tests.TensorFlow;

[TestFixture, NonParallelizable]
public sealed class MemoryTests() : BackendFixture("tensorflow")
{
    /// <summary>In a process of its own: in one with gigabytes of other objects, collections come later.</summary>
    [Test, Category("Slow")]
    public void DroppedModelsGiveTheirMemoryBack()
    {
        const string program = """
            using KerasNet;
            using Layers = KerasNet.Layers;

            var x = new float[1, 1600];
            long Resident() => System.Diagnostics.Process.GetCurrentProcess().WorkingSet64;
            void PredictAndDrop() => new Sequential([Keras.Input(1600), new Layers.Dense(1600, kernelInitializer: "ones")]).Predict(x, verbose: 0);
            PredictAndDrop();
            var before = Resident();
            var peak = 0L;
            for (var i = 0; i < 300; i++)
            {
                PredictAndDrop();
                peak = System.Math.Max(peak, Resident() - before);
            }

            System.Console.WriteLine(peak >> 20);
            """;
        var peak = int.Parse(new ChildProgram("Memory", program).Run("tensorflow"), CultureInfo.InvariantCulture);
        TestContext.Out.WriteLine($"peak of 300 dropped models of 10 MB: {peak} MB more than before");
        Assert.That(peak, Is.LessThan(800));
    }

    [Test]
    public void ARunLeavesNoGarbage()
    {
        var (step, x, y) = TinyModel.Step();
        var inputs = new[] { x, y };
        Tensor?[] outputs = [Tensor.Allocate(DataType.Float32, TensorShape.Scalar)];
        for (var i = 0; i < 50; i++)
        {
            step.Run(inputs, outputs);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            step.Run(inputs, outputs);
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        TestContext.Out.WriteLine($"{bytes / 1000.0} bytes a step");
        Assert.That(bytes, Is.LessThan(1000 * 8));
    }

    [Test, Category("Slow")]
    public void AStepOfATinyModelIsFast()
    {
        var (step, x, y) = TinyModel.Step();
        var inputs = new[] { x, y };
        Tensor?[] outputs = [Tensor.Allocate(DataType.Float32, TensorShape.Scalar)];
        step.Run(inputs, outputs);
        var threads = ((TensorFlowExecutable)step).Current!.Threads;
        foreach (var onCallersThread in new[] { true, false })
        {
            threads.Fix(onCallersThread);
            var best = double.MaxValue;
            for (var round = 0; round < 20; round++)
            {
                var start = Stopwatch.GetTimestamp();
                for (var i = 0; i < 200; i++)
                {
                    step.Run(inputs, outputs);
                }

                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / 200);
            }

            TestContext.Out.WriteLine($"8-16-1 with SGD, batch 32, {(onCallersThread ? "caller's thread" : "TensorFlow's pool")}: {best:F1} µs a step");
            Assert.That(best, Is.LessThan(1000));
        }
    }

    [Test, Category("Slow")]
    public void BodiesThatRanAtOnceAreForgotten()
    {
        void Run(int count)
        {
            for (var i = 0; i < count; i++)
            {
                Assert.That((float)FunctionTests.PowerByLoop(TestOp.Float(2), 3), Is.EqualTo(8));
            }
        }

        Run(100);
        var before = Resident();
        Run(600);

        Assert.That(Resident() - before, Is.LessThan(25L << 20));
    }

    private static long Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
