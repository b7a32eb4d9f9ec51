using System.Runtime.CompilerServices;
using KerasNet.Backends;
using KerasNet.TensorFlow.Sessions;

namespace KerasNet.Tests.TensorFlow;

[TestFixture]
public sealed class VariableHomeTests() : BackendFixture("tensorflow")
{
    [Test]
    public void AVariableIsInHostMemoryUntilAStepRuns()
    {
        var variable = new KerasVariable(TestOp.Floats(1, 2));
        var step = TestOp.Compile(2, x => [RawOps.AddV2(x, variable)]);
        Assert.That(variable.Home, Is.Null);

        TestOp.Run(step, TestOp.Floats(0, 0));

        Assert.That(variable.Home, Is.InstanceOf<SessionGroup>());
        Assert.That(variable.Host, Is.Null);
        Assert.That(variable.Value.ToArray<float>(), Is.EqualTo(new float[] { 1, 2 }));
    }

    [Test]
    public void WrittenValuesAreCopies()
    {
        var variable = new KerasVariable(TestOp.Floats(1, 2));
        var step = TestOp.Compile(2, x => [RawOps.AddV2(x, variable)]);
        TestOp.Run(step, TestOp.Floats(0, 0));
        var value = TestOp.Floats(3, 4);

        variable.Assign(value);
        value.Writable<float>().Fill(-1);

        Assert.That(TestOp.Run(step, TestOp.Floats(1, 1))[0].ToArray<float>(), Is.EqualTo(new float[] { 4, 5 }));
    }

    [Test]
    public void AReadIsASnapshot()
    {
        var variable = new KerasVariable(TestOp.Float(1));
        var step = Increment(variable);
        TestOp.Run(step, TestOp.Float(1));
        var before = variable.Value;

        TestOp.Run(step, TestOp.Float(1));

        Assert.That((before.ToDouble(), variable.Value.ToDouble()), Is.EqualTo((2.0, 3.0)));
    }

    [Test]
    public void ManyAreReadAndWrittenInOneCall()
    {
        KerasVariable[] variables = [.. Enumerable.Range(0, 100).Select(i => new KerasVariable(TestOp.Floats(i, i)))];
        var step = TestOp.Compile(2, x => [variables.Aggregate(x, (sum, v) => RawOps.AddV2(sum, v))]);
        Assert.That(TestOp.Run(step, TestOp.Floats(0, 1))[0].ToArray<float>(), Is.EqualTo(new float[] { 4950, 4951 }));
        var home = variables[0].Home!;
        var values = new Tensor[100];

        home.Read(variables, values);
        home.Write(variables, [.. values.Select(v => RawOps.Mul(v, TestOp.Float(2)))]);

        Assert.That(values.Select(v => v.AsSpan<float>()[1]), Is.EqualTo(Enumerable.Range(0, 100)));
        Assert.That(TestOp.Run(step, TestOp.Floats(0, 1))[0].ToArray<float>(), Is.EqualTo(new float[] { 9900, 9901 }));
    }

    [Test]
    public void AStepOverTwoHomesMergesThem()
    {
        var (a, b) = (new KerasVariable(TestOp.Float(1)), new KerasVariable(TestOp.Float(10)));
        var (stepA, stepB) = (Increment(a), Increment(b));
        TestOp.Run(stepA, TestOp.Float(1));
        TestOp.Run(stepB, TestOp.Float(1));
        var (homeA, homeB) = (a.Home, b.Home);
        Assert.That(homeA, Is.Not.SameAs(homeB));
        var both = TestOp.Compile(TensorShape.Scalar, x => [RawOps.AddV2(RawOps.AddV2(a, b), x)]);

        Assert.That((float)TestOp.Run(both, TestOp.Float(0))[0], Is.EqualTo(13));

        Assert.That(a.Home, Is.SameAs(b.Home).And.Not.SameAs(homeA).And.Not.SameAs(homeB));
        Assert.That((float)TestOp.Run(stepA, TestOp.Float(5))[0], Is.EqualTo(7));
        Assert.That((float)TestOp.Run(stepB, TestOp.Float(5))[0], Is.EqualTo(16));
        Assert.That((float)TestOp.Run(both, TestOp.Float(0))[0], Is.EqualTo(23));
        var late = new Tensor[1];
        homeA!.Read([a], late); // somebody who asked the old home a moment too late
        Assert.That((float)late[0], Is.EqualTo(7));
    }

    [Test]
    public void ThreadsThatPredictStayRightWhileHomesMerge()
    {
        for (var round = 0; round < 5; round++)
        {
            KerasVariable[] variables = [.. Enumerable.Range(1, 6).Select(i => new KerasVariable(TestOp.Float(i)))];
            var steps = Array.ConvertAll(variables, v => TestOp.Compile(TensorShape.Scalar, x => [RawOps.Mul(x, v)]));
            using var stop = new CancellationTokenSource();
            long runs = 0;
            Task[] threads = [.. Enumerable.Range(0, 3).Select(t => Task.Factory.StartNew(
                () =>
                {
                    using var scope = Keras.Scope("tensorflow");
                    for (var i = t; !stop.IsCancellationRequested; i++)
                    {
                        var k = i % steps.Length;
                        Assert.That((float)TestOp.Run(steps[k], TestOp.Float(i))[0], Is.EqualTo((float)i * (k + 1)));
                        Interlocked.Increment(ref runs);
                    }
                },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
            SpinWait.SpinUntil(() => Interlocked.Read(ref runs) > 20, 10_000);

            for (var last = 1; last < variables.Length; last++)
            {
                var some = variables[..(last + 1)];
                var sum = TestOp.Compile(TensorShape.Scalar, x => [some.Aggregate(x, (s, v) => RawOps.AddV2(s, v))]);
                Assert.That((float)TestOp.Run(sum, TestOp.Float(0))[0], Is.EqualTo((last + 1) * (last + 2) / 2f));
            }

            stop.Cancel();
            Task.WaitAll(threads);
            Assert.That(variables.Select(v => v.Home).Distinct().Count(), Is.EqualTo(1));
        }
    }

    [Test]
    public void AGroupOfMostlyDeadStepsIsMadeAnew()
    {
        var variable = new KerasVariable(TestOp.Float(1));
        var living = Increment(variable);
        TestOp.Run(living, TestOp.Float(1));
        var first = variable.Home;
        for (var i = 0; i < 12; i++)
        {
            using var step = TestOp.Compile(TensorShape.Scalar, x => [Enumerable.Range(0, 100).Aggregate(x, (s, _) => RawOps.AddV2(s, variable))]);
            Assert.That((float)TestOp.Run(step, TestOp.Float(0))[0], Is.EqualTo(200));
        }

        Assert.That(variable.Home, Is.Not.SameAs(first));
        Assert.That(((SessionGroup)variable.Home!).NodeCount, Is.LessThan(12 * 100));
        Assert.That((float)TestOp.Run(living, TestOp.Float(1))[0], Is.EqualTo(3));
    }

    [Test]
    public void AGroupOfMostlyDeadVariablesIsMadeAnew()
    {
        var variable = new KerasVariable(TestOp.Float(1));
        RunWithAVariableThatIsDropped(variable);
        var first = variable.Home;
        for (var i = 0; i < 10 && variable.Home == first; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            TestOp.Run(TestOp.Compile(TensorShape.Scalar, x => [RawOps.AddV2(x, variable)]), TestOp.Float(0));
        }

        Assert.That(variable.Home, Is.Not.SameAs(first));
        Assert.That((float)variable.Value, Is.EqualTo(1));
    }

    [Test]
    public void ADroppedStepIsCollectedWhileItsVariablesLive()
    {
        var variable = new KerasVariable(TestOp.Float(1));
        var step = RunAndDrop(variable);
        for (var i = 0; i < 10 && step.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(step.IsAlive, Is.False);
        Assert.That((float)variable.Value, Is.EqualTo(3));
    }

    [Test]
    public void AnAssignOutsideAStepGoesToTheSession()
    {
        var variable = new KerasVariable(TestOp.Float(1));
        var step = Increment(variable);
        TestOp.Run(step, TestOp.Float(1));

        variable.Assign(TestOp.Float(40));
        RawOps.AssignVariableOp(variable, RawOps.AddV2(variable, TestOp.Float(1)));

        Assert.That((float)TestOp.Run(step, TestOp.Float(1))[0], Is.EqualTo(42));
    }

    private static IExecutable Increment(KerasVariable variable) => TestOp.Compile(TensorShape.Scalar, x =>
    {
        variable.Assign(RawOps.AddV2(variable, x));
        return [variable.Value];
    });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RunWithAVariableThatIsDropped(KerasVariable kept)
    {
        var big = new KerasVariable(Ops.Cast(Tensor.Create(new int[3 << 20], 3 << 20), DataType.Float32));
        TestOp.Run(TestOp.Compile(TensorShape.Scalar, x => [RawOps.AddV2(RawOps.AddV2(x, kept), RawOps.Sum(big, RawOps.Constant(0)))]), TestOp.Float(0));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunAndDrop(KerasVariable variable)
    {
        var step = Increment(variable);
        TestOp.Run(step, TestOp.Float(2));
        return new WeakReference(step);
    }
}
