namespace KerasNet.Tests.TensorFlow;

/// <summary>Reads and writes of variables happen in program order: wrong order is silent and rare, so each pattern runs 5,000 times.</summary>
[TestFixture]
public sealed class EffectOrderTests() : BackendFixture("tensorflow")
{
    private const int Runs = 5000;

    [Test]
    public void TwoAssignsAndAReadBetween()
    {
        var variable = new KerasVariable(TestOp.Float(0));
        var step = TestOp.Compile(TensorShape.Scalar, x =>
        {
            variable.Assign(x);
            var between = RawOps.AddV2(variable, TestOp.Float(1));
            variable.Assign(RawOps.Mul(variable, TestOp.Float(10)));
            return [between, variable.Value];
        });

        for (var i = 0; i < Runs; i++)
        {
            var results = TestOp.Run(step, TestOp.Float(i));
            Assert.That((results[0].ToDouble(), results[1].ToDouble()), Is.EqualTo((i + 1.0, i * 10.0)));
        }
    }

    [Test]
    public void ALayerThatUpdatesCalledTwice()
    {
        var mean = new KerasVariable(TestOp.Float(0));
        Tensor Layer(Tensor x)
        {
            var y = RawOps.Sub(x, mean);
            mean.Assign(RawOps.AddV2(RawOps.Mul(mean, TestOp.Float(0.5f)), x));
            return y;
        }

        var step = TestOp.Compile(TensorShape.Scalar, x => [Layer(Layer(x))]);
        var expected = 0f;
        for (var i = 0; i < Runs; i++)
        {
            var x = i % 7;
            var first = x - expected;
            expected = (expected * 0.5f) + x;
            var second = first - expected;
            expected = (expected * 0.5f) + first;
            Assert.That((float)TestOp.Run(step, TestOp.Float(x))[0], Is.EqualTo(second));
        }

        Assert.That((float)mean.Value, Is.EqualTo(expected));
    }

    [Test]
    public void ASharedSeedAdvancesWithEachDraw()
    {
        var seed = new KerasVariable(Tensor.Create([0L], TensorShape.Scalar), trainable: false);
        Tensor Draw()
        {
            var now = seed.Value;
            seed.Assign(RawOps.AddV2(seed, Tensor.Create([1L], TensorShape.Scalar)));
            return TestOp.Like("Identity", [now]);
        }

        var step = TestOp.Compile(TensorShape.Scalar, _ => [Draw(), Draw(), Draw(), Draw(), Draw()]);

        for (var i = 0; i < Runs; i++)
        {
            var drawn = TestOp.Run(step, TestOp.Float(0)).Select(t => (int)t);
            Assert.That(drawn, Is.EqualTo(Enumerable.Range(i * 5, 5)));
        }
    }

    [Test]
    public void AFusedUpdateComesAfterTheReadsBeforeIt()
    {
        var weight = new KerasVariable(TestOp.Float(0));
        var step = TestOp.Compile(TensorShape.Scalar, x =>
        {
            var before = RawOps.AddV2(weight, x);
            TestOp.GradientDescent(weight, TestOp.Float(1), TestOp.Float(-1));
            return [before, RawOps.AddV2(weight, x)];
        });

        for (var i = 0; i < Runs; i++)
        {
            var results = TestOp.Run(step, TestOp.Float(0));
            Assert.That((results[0].ToDouble(), results[1].ToDouble()), Is.EqualTo((i, i + 1.0)));
        }
    }
}
