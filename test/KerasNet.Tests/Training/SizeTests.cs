namespace KerasNet.Tests.Training;

/// <summary>A model is traced for types and ranks, not for sizes.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class SizeTests(string backend) : BackendFixture(backend)
{
    [Test]
    public void AModelWithoutDeclaredShapesIsTracedOnceMoreForAllSizes()
    {
        var model = new Pooled();
        model.Compile(new KerasNet.Optimizers.SGD(0.05), "mse");
        IEnumerable<Batch> Batches()
        {
            foreach (var length in new[] { 5, 7, 4, 9, 5, 12 })
            {
                yield return (Numbers(3, length, 2), Numbers(3, length, 1));
            }
        }

        var history = model.Fit(BatchSource.From(Batches()), epochs: 2, verbose: 0);
        Assert.That(history["loss"], Has.Count.EqualTo(2).And.All.GreaterThan(0));
        Assert.That(model.Traces, Is.EqualTo(2), "one trace for the first sizes, one for all");
        foreach (var length in new[] { 3, 8, 11 })
        {
            Assert.That(model.Predict(Numbers(2, length, 2), verbose: 0).Shape, Is.EqualTo(new TensorShape(2, length, 1)));
        }

        Assert.That(model.Traces, Is.EqualTo(4));
    }

    [Test]
    public void SizesThatAreDeclaredUnknownNeedOneTrace()
    {
        var input = Keras.Input((null, 2));
        var counting = new Counting();
        var model = new Model(input, counting.Apply(new KerasNet.Layers.Dense(1).Apply(input)));
        var before = counting.Traces;
        foreach (var length in new[] { 3, 8, 11 })
        {
            Assert.That(model.Predict(Numbers(2, length, 2), verbose: 0).Shape, Is.EqualTo(new TensorShape(2, length, 1)));
        }

        Assert.That(counting.Traces - before, Is.EqualTo(1));
    }

    [Test]
    public void BatchesOfChangingSizesGiveTheSameAsOneByOne()
    {
        var model = new Pooled();
        var batches = new[] { 4, 6, 3 }.Select(length => new Batch(Numbers(2, length, 2))).ToList();
        model.Predict(batches[0].X, verbose: 0);
        var together = batches.Select(b => ((Tensor)model.Predict(b.X, verbose: 0)).ToArray<float>()).ToList();
        var apart = batches.Select(b => { var fresh = new Pooled(); fresh.Predict(b.X, verbose: 0); fresh.SetWeights(model.GetWeights()); return ((Tensor)fresh.Predict(b.X, verbose: 0)).ToArray<float>(); }).ToList();
        for (var i = 0; i < batches.Count; i++)
        {
            Assert.That(together[i], Is.EqualTo(apart[i]).Within(1e-5f));
        }
    }

    private static Tensor Numbers(params int[] shape)
    {
        var size = shape.Aggregate(1, (a, b) => a * b);
        return Tensor.Create<float>([.. Enumerable.Range(0, size).Select(i => (float)Math.Sin(i))], new TensorShape(shape));
    }

    private sealed class Pooled : Model
    {
        private readonly KerasNet.Layers.Dense _dense = new(1);

        public int Traces { get; private set; }

        protected override Tensor Call(Tensor x, KerasNet.Layers.CallContext context)
        {
            Traces++;
            return _dense.Apply(x) - Ops.Mean(x, [1, 2], keepdims: true);
        }
    }

    private sealed class Counting : KerasNet.Layers.Layer
    {
        public int Traces { get; private set; }

        protected override Tensor Call(Tensor x, KerasNet.Layers.CallContext context)
        {
            Traces++;
            return x * 2.0;
        }
    }

    /// <summary>Each batch gives what it gives, one after the other along the first axis, as in Keras.</summary>
    [Test]
    public void PredictTakesOutputsWhoseFirstAxisIsNotTheBatch()
    {
        var x = Keras.Input(2);
        var model = new Model(x, [Ops.Ravel(x), x * 2]);
        var predicted = model.Predict(new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }, batchSize: 2, verbose: 0);
        Assert.That(predicted.Tensors[0].ToArray<float>(), Is.EqualTo(new float[] { 1, 2, 3, 4, 5, 6 }));
        Assert.That(predicted.Tensors[1].Shape, Is.EqualTo(new TensorShape(3, 2)));
    }
}
