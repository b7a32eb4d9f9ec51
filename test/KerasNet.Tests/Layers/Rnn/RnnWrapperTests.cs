using KerasNet.Layers;

namespace KerasNet.Tests.Rnn;

/// <summary>Bidirectional, TimeDistributed, ConvLSTM: masks, kept states, errors; what the recordings do not show.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class RnnWrapperTests(string backend) : BackendFixture(backend)
{
    [Test]
    public void MasksTravelThroughBothDirections()
    {
        var input = Keras.Input(5, dtype: DataType.Int32);
        var x = new Embedding(10, 4, maskZero: true).Apply(input);
        var y = new Bidirectional(new LSTM(3, returnSequences: true)).Apply(x).Single();
        var output = new TimeDistributed(new Dense(1)).Apply(new GRU(2, returnSequences: true).Apply(y).Single());
        Assert.That(output.KerasMask, Is.Not.Null);
        using var model = new Model(input, output);
        float[] Of(int[,] rows) => ((Tensor)model.Predict(rows, verbose: 0)[0]).ToArray<float>();

        // What stands behind the end of a sequence has no influence on it.
        var (a, b) = (Of(new[,] { { 3, 4, 5, 0, 0 } }), Of(new[,] { { 3, 4, 5, 0, 0 } }));
        Assert.That(a[..3], Is.EqualTo(b[..3]));
        Assert.That(Of(new[,] { { 3, 4, 5, 6, 0 } })[..3], Is.Not.EqualTo(a[..3]).Within(1e-6));
        Assert.That(new Bidirectional(new LSTM(3)).Apply(x).Single().KerasMask, Is.Null);
    }

    [Test]
    public void BidirectionalSharesNothingWithTheGivenLayer()
    {
        var given = new LSTM(2, stateful: true) { Name = "walk" };
        var both = new Bidirectional(given);
        both.Apply(Ops.Ones((1, 3, 2)));
        Assert.That(given.Built, Is.False);
        Assert.That((both.ForwardLayer.Name, both.BackwardLayer.Name), Is.EqualTo(("forward_walk", "backward_walk")));
        Assert.That(both.States, Has.Count.EqualTo(4));
        Assert.That(both.States![0].Value.ToArray<float>(), Is.Not.All.EqualTo(0));
        both.ResetStates();
        Assert.That(both.States.SelectMany(s => s.Value.ToArray<float>()), Is.All.EqualTo(0));
        both.Trainable = false;
        Assert.That(both.TrainableWeights, Is.Empty);
    }

    [Test]
    public void WrongArgumentsSayWhatWasExpected()
    {
        Assert.That(() => new Bidirectional(new LSTM(2), mergeMode: "max"), Throws.ArgumentException.With.Message.Contains("'concat', 'sum', 'mul', 'ave'"));
        Assert.That(() => new Bidirectional(new LSTM(2), backwardLayer: new LSTM(2)), Throws.ArgumentException.With.Message.Contains("different `goBackwards`"));
        Assert.That(() => new Bidirectional(new LSTM(2), backwardLayer: new LSTM(2, goBackwards: true, returnSequences: true)), Throws.ArgumentException.With.Message.Contains("returnSequences"));
        Assert.That(() => new Bidirectional(new LSTM(2)).ResetStates(), Throws.InvalidOperationException.With.Message.Contains("must be stateful"));
        Assert.That(() => new Bidirectional(new LSTM(2)).Apply(Ops.Ones((1, 3, 2)), initialState: [Ops.Ones((1, 2)), Ops.Ones((1, 2))]), Throws.ArgumentException.With.Message.Contains("2 state(s) forwards"));
        Assert.That(() => new TimeDistributed(new Dense(2)).Apply(Ops.Ones((2, 3))), Throws.ArgumentException.With.Message.Contains("at least 3 dimensions"));
        Assert.That(() => new TimeDistributed(new Dense(2)).Apply(Ops.Ones((2, 4, 3)), mask: Ops.Ones((2, 3))), Throws.ArgumentException.With.Message.Contains("Expected mask shape prefix: (2, 4)"));
        Assert.That(() => new TimeDistributed(new Dense(2)).Apply(Ops.Ones((2, 4, 3)), mask: Ops.Ones(2)), Throws.ArgumentException.With.Message.Contains("at least 2D"));
        Assert.That(() => new ConvLSTM2D(2, 3, strides: 2, dilationRate: 2), Throws.ArgumentException.With.Message.Contains("not compatible"));
        Assert.That(() => new ConvLSTM2D(2, 3).Apply(Keras.Input((4, null, 3, 1))), Throws.ArgumentException.With.Message.Contains("static input shapes"));
        Assert.That(() => new ConvLSTM2D(2, 3).Apply(Ops.Ones((1, 4, 3, 1))), Throws.ArgumentException.With.Message.Contains("expected ndim=5, found ndim=4"));
        Assert.That(() => new ConvLSTM2D(2, 4).Apply(Ops.Ones((1, 2, 3, 3, 1))), Throws.ArgumentException.With.Message.Contains("does not fit"));
        Assert.That(() => new ConvLSTM2D(0, 3), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    /// <summary>A length above the bound, or one that only the first batch has, is a loop: the graph does not grow with it.</summary>
    [Test]
    public void LongSequencesAreALoop()
    {
        static int Nodes(int length, bool declared = true, bool unroll = false)
        {
            var graph = new Graphs.Graph { DeclaredShapes = declared };
            using var tracing = graph.Enter();
            new GRU(2, unroll: unroll).Apply(graph.Placeholder(DataType.Float32, (null, length, 3), "x"));
            return graph.Nodes.Count;
        }

        Assert.That(Nodes(100), Is.GreaterThan(500));
        Assert.That(Nodes(101), Is.EqualTo(Nodes(5000)).And.LessThan(100));
        Assert.That(Nodes(20, declared: false), Is.LessThan(100));
        Assert.That(Nodes(101, unroll: true), Is.GreaterThan(500));
    }

    [Test]
    public void ALoopGivesTheUnrolledNumbers([Values] bool backwards)
    {
        var layer = new LSTM(3, returnSequences: true, goBackwards: backwards);
        var x = Ops.Reshape(Ops.Sin(Ops.Arange(0, 2 * 130 * 2) * 0.7f), (2, 130, 2));
        var mask = Ops.Reshape(Ops.Greater(Ops.Cos(Ops.Arange(0, 260) * 1f), -0.5f), (2, 130));
        var (whole, part) = (layer.Apply(x, mask: mask).Single(), layer.Apply(backwards ? x[.., 100..] : x[.., ..30], mask: backwards ? mask[.., 100..] : mask[.., ..30]).Single());
        RnnGolden.Near(whole[.., ..30], part, "first steps");
    }

    [Test]
    public void AnOwnCellRunsInALoop()
    {
        var input = Keras.Input((null, 2));
        using var model = new Model(input, new RNN(new Leaky(2)).Apply(input).Single());
        model.Compile(new KerasNet.Optimizers.SGD(0.1), "mse");
        var losses = model.Fit(Ops.Ones((4, 3, 2)).Numpy(), Ops.Zeros((4, 2)).Numpy(), epochs: 5, verbose: 0)["loss"];
        Assert.That(losses[^1], Is.LessThan(losses[0]));
        Assert.That(((Tensor)model.Predict(Ops.Ones((1, 7, 2)).Numpy(), verbose: 0)[0]).Shape, Is.EqualTo((TensorShape)(1, 2)));
    }

    private sealed class Leaky(int units) : RNNCell
    {
        private KerasVariable _scale = null!;

        public override IReadOnlyList<int> StateSize => [units];

        protected override void Build(TensorShape input) => _scale = AddWeight("scale", units, "ones");

        protected override (Tensor Output, Tensors States) Call(Tensor x, Tensors states, CallContext context)
        {
            var h = Ops.Tanh((x * _scale) + (states[0] * 0.5));
            return (h, h);
        }
    }
}
