using KerasNet.Layers;

namespace KerasNet.Tests.Training;

/// <summary>Models that are fed text: what C# computes before a step, and the step itself, on both backends.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class HostStageTests(string backend) : BackendFixture(backend)
{
    private static readonly string[] _texts = ["good fine good", "bad awful", "fine good", "awful bad bad", "good", "bad", "really fine", "really awful"];
    private static readonly float[] _labels = [1, 0, 1, 0, 1, 0, 1, 0];

    [Test]
    public void AModelOfTextLearns()
    {
        var model = Classifier(Vectorize());
        model.Fit(_texts, _labels, epochs: 60, batchSize: 3, verbose: 0);
        Assert.That(model.Evaluate(_texts, _labels, verbose: 0)["accuracy"], Is.EqualTo(1));
        Tensor predicted = model.Predict(new[] { "good good", "awful" }, verbose: 0);
        Assert.That(predicted.ToArray<float>()[0], Is.GreaterThan(0.5f));
        Assert.That(predicted.ToArray<float>()[1], Is.LessThan(0.5f));
        Assert.That(model.Apply(new[] { "good good", "awful" }).ToArray<float>(), Is.EqualTo(predicted.ToArray<float>()).Within(1e-5));
    }

    [Test]
    public void OpByOpItIsTheSame()
    {
        var model = Classifier(Vectorize());
        var expected = model.Evaluate(_texts, _labels, verbose: 0);
        model.Compile(new KerasNet.Optimizers.Adam(0.05), "binary_crossentropy", metrics: ["accuracy"], runEagerly: true);
        Assert.That(model.Evaluate(_texts, _labels, verbose: 0)["loss"], Is.EqualTo(expected["loss"]).Within(1e-5));
        model.Fit(_texts, _labels, epochs: 1, verbose: 0);
    }

    [Test]
    public void ARecurrentLayerReadsTextsOfAnyLength()
    {
        Keras.SetRandomSeed(1);
        var model = new Sequential([Keras.Input(1, dtype: DataType.String), Vectorize(), new Embedding(20, 8, maskZero: true), new LSTM(8), new Dense(1, activation: "sigmoid")]);
        model.Compile(new KerasNet.Optimizers.Adam(0.05), "binary_crossentropy", metrics: ["accuracy"]);
        model.Fit(_texts, _labels, epochs: 40, batchSize: 3, verbose: 0);
        Assert.That(model.Evaluate(_texts, _labels, batchSize: 2, verbose: 0)["accuracy"], Is.EqualTo(1));

        // Padding is masked: a text gives the same alone and beside a longer one.
        float alone = ((Tensor)model.Predict(new[] { "good" }, verbose: 0)).ToArray<float>()[0], beside = ((Tensor)model.Predict(new[] { "good", "bad bad bad awful" }, verbose: 0)).ToArray<float>()[0];
        Assert.That(alone, Is.EqualTo(beside).Within(1e-5));
    }

    [Test]
    public void BatchesOfAGeneratorAndValidation()
    {
        var model = Classifier(Vectorize());
        IEnumerable<Batch> Batches()
        {
            yield return new Batch(_texts[..4], _labels[..4]);
            yield return new Batch(_texts[4..], _labels[4..]);
        }

        var history = model.Fit(BatchSource.From(Batches()), epochs: 40, verbose: 0, validationData: (_texts, _labels));
        Assert.That(history["val_accuracy"][^1], Is.EqualTo(1));
        Assert.That(model.TrainOnBatch(_texts, _labels)["loss"], Is.LessThan(history["loss"][0]));
    }

    [Test]
    public void WithoutADeclaredInputTextIsTaken()
    {
        var model = new Sequential([Vectorize(), new Embedding(20, 4), new GlobalAveragePooling1D(), new Dense(1)]);
        Assert.That(model.Predict(_texts, verbose: 0).Shape, Is.EqualTo(new TensorShape(8, 1)));
        Assert.That(model.InputLayer!.Tensor.DType, Is.EqualTo(DataType.String));
    }

    [Test]
    public void AColumnOfTextFitsAModelOfPlainText()
    {
        var vectorize = Vectorize();
        var input = Keras.Input(1, dtype: DataType.String);
        var model = new Model(input, vectorize.Apply(input));
        Assert.That(((Tensor)model.Predict(_texts[..2], verbose: 0)).ToArray<long>(), Is.EqualTo(vectorize.Apply(_texts[..2]).ToArray<long>()));
    }

    [Test]
    public void AModelInAModelAndALayerOfOnesOwn()
    {
        var text = Keras.Input(TensorShape.Scalar, dtype: DataType.String);
        var inner = new Model(text, new Embedding(20, 4).Apply(Vectorize().Apply(text)));
        var number = Keras.Input(2);
        var outerText = Keras.Input(TensorShape.Scalar, dtype: DataType.String);
        var joined = new Concatenate().Apply([new GlobalAveragePooling1D().Apply(inner.Apply(outerText)), number]);
        var model = new Model(new Tensors([outerText, number]), new Dense(1).Apply(joined));
        var result = model.Predict([_texts, new float[8, 2]], batchSize: 3, verbose: 0);
        Assert.That(result.Shape, Is.EqualTo(new TensorShape(8, 1)));

        var own = new Counts();
        Assert.That(((Tensor)own.Predict(_texts, verbose: 0)).ToArray<float>()[0], Is.EqualTo(3));
    }

    [Test]
    public void WhatStandsBeforeATableIsComputedToo()
    {
        var input = Keras.Input(1);
        var bins = new Discretization([0.0, 1.0]).Apply(input);
        var other = Keras.Input(1, dtype: DataType.String);
        var crossed = new HashedCrossing(10, outputMode: "one_hot").Apply([bins, other]);
        var model = new Model(new Tensors([input, other]), new Dense(1).Apply(crossed));
        model.Compile("sgd", "mse");
        model.Fit([new float[8, 1], _texts], _labels, epochs: 1, verbose: 0);
        Assert.That(model.Predict([new float[8, 1], _texts], verbose: 0).Shape, Is.EqualTo(new TensorShape(8, 1)));
    }

    [Test]
    public void AFunctionOfTextIsCompiled()
    {
        var (vectorize, embedding) = (Vectorize(), new Embedding(20, 4));
        Tensor Mean(Tensor text) => Ops.Mean(embedding.Apply(vectorize.Apply(text)), axis: -1);
        var compiled = Function.Compile((Tensor text) => Mean(text));
        var expected = Mean(_texts);
        for (var i = 0; i < 2; i++)
        {
            var result = compiled(_texts);
            Assert.That(result.Shape, Is.EqualTo(expected.Shape));
            Assert.That(result.ToArray<float>(), Is.EqualTo(expected.ToArray<float>()).Within(1e-6));
        }

        Assert.That(compiled(new[] { "good" }).Shape, Is.EqualTo(new TensorShape(1, 1)));
        Assert.That(Function.Compile((Tensor text) => vectorize.Apply(text))(_texts).ToArray<long>(), Is.EqualTo(vectorize.Apply(_texts).ToArray<long>()));
    }

    [Test]
    public void InALoopItIsRefused() => Assert.That(
        () => Function.Compile((Tensor x) => Ops.Map((Tensor t) => (Tensors)Ops.Cast(new IntegerLookup(vocabulary: [1L]).Apply(t), DataType.Float32), x))(Tensor.From(new long[,] { { 1, 2 } })),
        Throws.TypeOf<NotSupportedException>().With.Message.Contains("loop"));

    [Test]
    public void AnswersMayBeText()
    {
        var input = Keras.Input(3);
        var scores = new Dense(3, kernelInitializer: "identity", useBias: false).Apply(input);
        var best = new Lambda((Tensor x) => Ops.Argmax(x, axis: -1) + 1).Apply(scores);
        var model = new Model(input, new StringLookup(vocabulary: ["red", "green", "blue"], invert: true).Apply(best));
        Tensor answer = model.Predict(new float[,] { { 0, 1, 0 }, { 2, 1, 0 }, { 0, 1, 5 } }, batchSize: 2, verbose: 0);
        Assert.That(answer.Text, Is.EqualTo(new[] { "green", "red", "blue" }));
    }

    [Test]
    public void ATableBehindTrainedLayersCannotLearn()
    {
        var input = Keras.Input(3);
        var index = new Lambda((Tensor x) => Ops.Argmax(x, axis: -1)).Apply(new Dense(3).Apply(input));
        var model = new Model(input, new Dense(1).Apply(new IntegerLookup(vocabulary: [0L, 1, 2], outputMode: "multi_hot").Apply(new Reshape(1).Apply(index))));
        model.Compile("sgd", "mse");
        Assert.That(() => model.Fit(new float[4, 3], new float[4], verbose: 0), Throws.TypeOf<NotSupportedException>().With.Message.Contains("kernel"));
    }

    [Test]
    public void TextWhereNumbersAreMeantIsNamed()
    {
        var numbers = new Sequential([Keras.Input(1), new Dense(1)]);
        Assert.That(() => numbers.Predict(_texts, verbose: 0), Throws.ArgumentException.With.Message.Contains("string"));
        var text = new Sequential([Keras.Input(1, dtype: DataType.String), Vectorize()]);
        Assert.That(() => text.Predict(new float[2, 1], verbose: 0), Throws.ArgumentException.With.Message.Contains("string"));
        Assert.That(() => new StringLookup(vocabulary: ["a"]).Apply(new[] { "a", null! }), Throws.ArgumentException.With.Message.Contains("null"));
    }

    private static TextVectorization Vectorize()
    {
        var vectorize = new TextVectorization(maxTokens: 20);
        vectorize.Adapt(_texts);
        return vectorize;
    }

    private static Sequential Classifier(TextVectorization vectorize)
    {
        Keras.SetRandomSeed(1);
        var model = new Sequential([Keras.Input(1, dtype: DataType.String), vectorize, new Embedding(20, 8), new GlobalAveragePooling1D(), new Dense(1, activation: "sigmoid")]);
        model.Compile(new KerasNet.Optimizers.Adam(0.05), "binary_crossentropy", metrics: ["accuracy"]);
        return model;
    }

    /// <summary>A model of one's own that counts words.</summary>
    private sealed class Counts : Model
    {
        private readonly TextVectorization _vectorize = Vectorize();

        protected override Tensor Call(Tensor x, CallContext context) => Ops.Sum(Ops.Cast(Ops.Greater(_vectorize.Apply(x), 0), DataType.Float32), 1);
    }
}
