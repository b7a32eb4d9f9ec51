namespace KerasNet.Tests;

/// <summary>Functions that are compiled, and models that are called on values.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class CompiledFunctionTests(string backend) : BackendFixture(backend)
{
    [Test]
    public void IsTracedOncePerSignature()
    {
        var traces = new List<string>();
        var f = Function.Compile(x =>
        {
            traces.Add($"{x.DType.Name()} {x.Shape}");
            return x * 2;
        });
        foreach (var size in new[] { 2, 2, 3, 4, 2 })
        {
            Assert.That(f(Ops.Ones(size)).ToArray<float>(), Is.EqualTo(Enumerable.Repeat(2f, size)));
        }

        f(Ops.Ones([2, 2]));
        f(Ops.Ones(2, DataType.Int32));

        Assert.That(traces, Is.EqualTo(new[] { "float32 (2,)", "float32 (None,)", "float32 (2, 2)", "int32 (2,)" }));
    }

    [Test]
    public void ReadsAndAssignsVariables()
    {
        var count = new KerasVariable(Ops.Zeros([]), "count", trainable: false);
        var f = Function.Compile(x =>
        {
            count.Assign(count.Value + x);
            return count.Value * 10;
        });

        Assert.That(new[] { (float)f(1f), (float)f(2f), (float)f(3f) }, Is.EqualTo(new float[] { 10, 30, 60 }));
        Parallel.For(0, 100, _ => f(1f));
        Assert.That((float)count.Value, Is.EqualTo(106));
    }

    [Test]
    public void ManyThreadsGetTheirOwnResults()
    {
        var f = Function.Compile((x, y) => Ops.Sum(x * y));
        Parallel.For(0, 200, i => Assert.That((float)f(Ops.Full(8, (float)i), Ops.Ones(8)), Is.EqualTo(8f * i)));
    }

    [Test]
    public void ATapeSeesThrough()
    {
        var w = new KerasVariable(Ops.Full([], 3f), "w");
        var f = Function.Compile(x => x * x * w);
        f(2f);
        using var tape = new GradientTape();
        var y = f(2f);

        Assert.That(((float)y, (float)tape.Gradient(y, w)!), Is.EqualTo((12f, 4f)));
    }

    [Test]
    public void ATrainingStepIsCompiledWithItsTape()
    {
        var w = new KerasVariable(Ops.Zeros([]), "w");
        var traces = 0;
        var step = Function.Compile((x, y) =>
        {
            traces++;
            using var tape = new GradientTape();
            var loss = Ops.Mean(Ops.Square((x * w) - y));
            w.AssignSub(tape.Gradient(loss, w)! * 0.1f);
            return loss;
        });
        var losses = Enumerable.Range(0, 20).Select(_ => (float)step(new float[] { 1, 2 }, new float[] { 3, 6 })).ToArray();

        Assert.That(losses[0], Is.EqualTo(22.5));
        Assert.That((float)w.Value, Is.EqualTo(3).Within(1e-4));
        Assert.That(traces, Is.EqualTo(1));
    }

    [Test]
    public void ACallInATraceIsAPartOfIt()
    {
        var inner = Function.Compile(x => x + 1);
        var outer = Function.Compile(x => inner(x) * inner(inner(x)));

        Assert.That((float)outer(1f), Is.EqualTo(6));
    }

    [Test]
    public void MayRunOpByOp()
    {
        Keras.Config.RunFunctionsEagerly = true;
        var f = Function.Compile(x => x > 0 ? x : -x);

        Assert.That((float)f(-2f), Is.EqualTo(2));
    }

    [Test]
    public void ADecisionInATraceNamesCond()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => Function.Compile(x => x > 0 ? x : -x)(1f), Throws.InvalidOperationException.With.Message.Contains("Ops.Cond").And.Message.Contains("runEagerly"));
            Assert.That(() => Function.Compile(x => x * (float)x)(1f), Throws.InvalidOperationException.With.Message.Contains("Ops.Cond").And.Message.Contains("runEagerly"));
            Assert.That(() => Keras.Input(3) > 0 ? 1 : 2, Throws.InvalidOperationException.With.Message.Contains("Ops.Cond"));
        });
    }

    [Test]
    public void AMissingDerivativeInABodyNamesOpAndLayer()
    {
        var f = Function.Compile(x =>
        {
            using var tape = new GradientTape();
            tape.Watch(x);
            var y = new Layers.Lambda(t => Ops.Map(e => TensorFlow.TestOp.Like("Sinh", [e]), t)) { Name = "odd" }.Apply(x);
            return tape.Gradient(Ops.Sum(y), x)!;
        });

        Assert.That(() => f(new float[] { 2, 3 }), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("odd/Sinh"));
    }

    [Test]
    public void AModelOnValuesIsCompiledAtItsSecondCall()
    {
        var model = new Sequential([Keras.Input(4), new Layers.Dense(3, activation: "relu"), new Layers.BatchNormalization(), new Layers.Dropout(0.5)]);
        var x = RandomOps.Normal([5, 4], seed: 1);
        Tensor[] results = [.. Enumerable.Range(0, 4).Select(_ => model.Apply(x))];
        foreach (var result in results)
        {
            Assert.That(result.ToArray<float>(), Is.EqualTo(results[0].ToArray<float>()).Within(1e-6));
        }

        var before = model.Weights[^3].Value.ToArray<float>();
        var trained = Enumerable.Range(0, 3).Select(_ => model.Apply(x, training: true).ToArray<float>()).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(trained[1], Is.Not.EqualTo(trained[2]), "dropout");
            Assert.That(model.Apply(x).ToArray<float>(), Is.Not.EqualTo(results[0].ToArray<float>()), "moving averages");
            Assert.That(model.Apply(x[..2]).Shape, Is.EqualTo(new TensorShape(2, 3)));
        });
    }

    [Test]
    public void AFrozenLayerCountsAtTheNextCall()
    {
        var norm = new Layers.BatchNormalization();
        var model = new Sequential([Keras.Input(2), norm]);
        Tensor x = new float[,] { { 1, 2 }, { 3, 4 } };
        var moving = () => norm.Weights[2].Value.ToArray<float>();
        model.Apply(x, training: true);
        model.Apply(x, training: true);
        var before = moving();
        norm.Trainable = false;
        model.Apply(x, training: true);

        Assert.That(moving(), Is.EqualTo(before));
    }

    [Test]
    public void LossesOfACallAreValues()
    {
        var model = new Sequential([Keras.Input(2), new Layers.Dense(2) { ActivityRegularizer = new KerasNet.Regularizers.L2(0.1) }]);
        for (var i = 0; i < 3; i++)
        {
            model.Apply(Ops.Ones([1, 2]));
            Assert.That(model.Losses.Single().IsConcrete);
        }
    }

    [Test]
    public void MasksTravelWithTheResults()
    {
        var model = new Sequential([Keras.Input((3, 2)), new Layers.Masking()]);
        Tensor x = new float[,,] { { { 1, 1 }, { 0, 0 }, { 1, 0 } } };
        var masks = Enumerable.Range(0, 3).Select(_ => model.Apply(x).KerasMask?.ToArray<bool>()).ToArray();

        Assert.That(masks, Is.All.EqualTo(masks[0]), "as in the first call, which runs op by op");
    }
}
