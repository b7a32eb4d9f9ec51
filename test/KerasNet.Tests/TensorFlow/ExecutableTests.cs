using KerasNet.Backends;
using KerasNet.Graphs;
using KerasNet.TensorFlow.Sessions;

namespace KerasNet.Tests.TensorFlow;

[TestFixture]
public sealed class ExecutableTests() : BackendFixture("tensorflow")
{
    [Test]
    public void AProductWithAnUpdateRunsInOneSession()
    {
        var kernel = new KerasVariable(Tensor.Create<float>([1, 2, 1, 2, 1, 2], (3, 2)), "kernel");
        var bias = new KerasVariable(TestOp.Floats(0, 0), "bias");
        var step = TestOp.Compile((null, 3), x =>
        {
            var y = RawOps.AddV2(TestOp.MatMul(x, kernel), bias);
            bias.Assign(RawOps.Sub(bias, TestOp.Floats(1, 1)));
            return [y];
        });
        var x = Tensor.Create<float>([1, 2, 3, 4, 5, 6], (2, 3));

        var first = TestOp.Run(step, x)[0];
        var second = TestOp.Run(step, x)[0];

        Assert.That(first.ToArray<float>(), Is.EqualTo(new float[] { 6, 12, 15, 30 }));
        Assert.That(second.ToArray<float>(), Is.EqualTo(new float[] { 5, 11, 14, 29 }));
        Assert.That(bias.Value.ToArray<float>(), Is.EqualTo(new float[] { -2, -2 }));
        Assert.That(kernel.Home, Is.InstanceOf<SessionGroup>().And.SameAs(bias.Home));
    }

    [Test]
    public void TheCounterProvesThatTensorFlowRan()
    {
        var step = TestOp.Compile((null, 3), x => [RawOps.Neg(x)]);
        var before = CompiledStep.Runs;

        TestOp.Run(step, Tensor.Create<float>([1, 2, 3], (1, 3)));

        Assert.That(CompiledStep.Runs, Is.GreaterThan(before));
    }

    [Test]
    public void GivenTensorsTakeTheResults()
    {
        var step = TestOp.Compile(3, x => [RawOps.Neg(x)]);
        var place = Tensor.Allocate(DataType.Float32, 3);
        Tensor?[] outputs = [place];

        step.Run([TestOp.Floats(1, 2, 3)], outputs);

        Assert.That(outputs[0], Is.SameAs(place));
        Assert.That(place.ToArray<float>(), Is.EqualTo(new float[] { -1, -2, -3 }));
        outputs[0] = Tensor.Allocate(DataType.Float32, 4);
        step.Run([TestOp.Floats(1, 2, 3)], outputs);
        Assert.That(outputs[0]!.Shape, Is.EqualTo(new TensorShape(3)), "what has no room takes the place");
    }

    [Test]
    public void OutputsMayBeInputsConstantsAndEqual()
    {
        var constant = TestOp.Floats(7);
        var step = TestOp.Compile(2, x =>
        {
            var y = RawOps.Neg(x);
            return [x, constant, y, y];
        });
        var x = TestOp.Floats(1, 2);

        var results = TestOp.Run(step, x);

        Assert.That(results[0].ToArray<float>(), Is.EqualTo(new float[] { 1, 2 }));
        Assert.That(results[1].ToArray<float>(), Is.EqualTo(new float[] { 7 }));
        Assert.That(results[2].ToArray<float>(), Is.EqualTo(new float[] { -1, -2 }));
        Assert.That(results[3].ToArray<float>(), Is.EqualTo(new float[] { -1, -2 }));
        Assert.That(results[2], Is.Not.SameAs(results[3]));
    }

    [Test]
    public void AnInputThatNothingNeedsIsNotFed()
    {
        var graph = new Graph();
        var a = graph.Placeholder(DataType.Float32, 1, "a");
        var unused = graph.Placeholder(DataType.Float32, 1, "unused");
        var step = Keras.Backend.Compile(graph, [a, unused], [RawOps.Neg(a)], []);

        Assert.That(TestOp.Run(step, TestOp.Floats(2), TestOp.Floats(3))[0].ToArray<float>(), Is.EqualTo(new float[] { -2 }));
    }

    [Test]
    public void OneValueInTwoPlacesIsOneConstant()
    {
        var shared = TestOp.Floats(1, 2);
        var step = (TensorFlowExecutable)TestOp.Compile(2, x => [RawOps.AddV2(RawOps.Mul(x, shared), shared)]);

        Assert.That(TestOp.Run(step, TestOp.Floats(3, 4))[0].ToArray<float>(), Is.EqualTo(new float[] { 4, 10 }));
        Assert.That(step.Current!.NodeCount, Is.EqualTo(4)); // x, Mul, AddV2 and one Const
    }

    [Test]
    public void OnlyNeededNodesAreWritten()
    {
        var step = (TensorFlowExecutable)TestOp.Compile(2, x =>
        {
            RawOps.Neg(RawOps.Neg(x));
            return [RawOps.Mul(x, x)];
        });

        TestOp.Run(step, TestOp.Floats(1, 2));

        Assert.That(step.Current!.NodeCount, Is.EqualTo(2));
    }

    [Test]
    public void UnalignedInputsAreRightToo()
    {
        var step = TestOp.Compile((null, 1), x => [RawOps.Neg(x)]);
        var all = TestOp.Floats(1, 2, 3, 4, 5);

        Assert.That(TestOp.Run(step, all.View((2, 1), 3))[0].ToArray<float>(), Is.EqualTo(new float[] { -4, -5 }));
    }

    [TestCase(DataType.Float64)]
    [TestCase(DataType.Int32)]
    [TestCase(DataType.Int64)]
    [TestCase(DataType.Float16)]
    [TestCase(DataType.BFloat16)]
    [TestCase(DataType.UInt8)]
    [TestCase(DataType.Bool)]
    public void EveryTypeGoesInAndOut(DataType type)
    {
        var graph = new Graph();
        var x = graph.Placeholder(type, 2, "x");
        var step = Keras.Backend.Compile(graph, [x], [TestOp.Like("Identity", [x])], []);
        var value = Ops.Cast(TestOp.Floats(1, 0), type);

        var result = TestOp.Run(step, value)[0];

        Assert.That(result.DType, Is.EqualTo(type));
        Assert.That(result.Bytes().ToArray(), Is.EqualTo(value.Bytes().ToArray()));
    }

    [Test]
    public void AFeedThatAVariableKeepsIsCopied()
    {
        var variable = new KerasVariable(TestOp.Floats(0, 0));
        var step = TestOp.Compile(2, x =>
        {
            variable.Assign(TestOp.Like("Identity", [x]));
            return [RawOps.Neg(x)];
        });
        var feed = TestOp.Floats(1, 2);

        TestOp.Run(step, feed);
        feed.Writable<float>().Fill(99);

        Assert.That(variable.Value.ToArray<float>(), Is.EqualTo(new float[] { 1, 2 }));
    }

    [Test]
    public void ManyThreadsRunOneStep()
    {
        var step = TestOp.Compile((null, 1), x => [RawOps.Mul(x, x)]);

        Parallel.For(0, 2000, i =>
        {
            var result = TestOp.Run(step, Tensor.Create<float>([i], (1, 1)))[0];
            Assert.That(result.AsSpan<float>()[0], Is.EqualTo((float)i * i));
        });
    }

    [Test]
    public void ABigConstantIsFedFromItsOwnMemory()
    {
        var big = Tensor.Allocate(DataType.Float32, 100_000);
        big.Writable<float>().Fill(2);
        var variable = new KerasVariable(Tensor.Allocate(DataType.Float32, 100_000));
        var step = TestOp.Compile(100_000, x =>
        {
            variable.Assign(RawOps.Mul(x, big));
            return [RawOps.AddV2(x, big)];
        });
        var kept = TestOp.Compile(1, x =>
        {
            variable.Assign(big);
            TestOp.GradientDescent(variable, TestOp.Float(1), TestOp.Like("OnesLike", [variable]));
            return [x];
        });

        for (var i = 0; i < 3; i++)
        {
            Assert.That(TestOp.Run(step, big)[0].AsSpan<float>()[99_999], Is.EqualTo(4));
            Assert.That(variable.Value.AsSpan<float>()[0], Is.EqualTo(4));
        }

        TestOp.Run(kept, TestOp.Floats(0));
        Assert.That(variable.Value.AsSpan<float>()[0], Is.EqualTo(1));
        Assert.That(big.AsSpan<float>()[0], Is.EqualTo(2));
    }
}
