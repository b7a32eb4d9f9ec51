using System.Text.Json.Nodes;
using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.Tests.EachLayer;

/// <summary>Calls of layers in their own forms: attention by name, merging as functions, classes by their other names.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class LayerCallTests(string backend) : BackendFixture(backend)
{
    [Test]
    public void AttentionGivesItsScores()
    {
        var (x, v) = (Ops.Cast(LayerNumbers.Values(0, (2, 3, 4)), DataType.Float32), Ops.Cast(LayerNumbers.Values(1, (2, 5, 4)), DataType.Float32));
        var layer = new MultiHeadAttention(2, 3);
        var (y, scores) = layer.Apply(x, v, returnAttentionScores: true, useCausalMask: true);
        Assert.That((y.Shape, scores.Shape), Is.EqualTo((new TensorShape(2, 3, 4), new TensorShape(2, 2, 3, 5))));
        Assert.That(scores[0, 0, 0].ToArray<float>(), Is.EqualTo(new float[] { 1, 0, 0, 0, 0 }).Within(1e-6), "the first query sees the first value");
        Tensor alone = layer.Apply(x, v, useCausalMask: true);
        Assert.That(alone.ToArray<float>(), Is.EqualTo(y.ToArray<float>()).Within(1e-5));
        var (z, weights) = new Attention().Apply([x, v], returnAttentionScores: true);
        Assert.That((z.Shape, weights.Shape), Is.EqualTo((new TensorShape(2, 3, 4), new TensorShape(2, 3, 5))));
        Assert.That(weights[0, 0].ToArray<float>().Sum(), Is.EqualTo(1).Within(1e-5));
    }

    [Test]
    public void AModelWithAttentionIsReadAndWritten()
    {
        var (q, v, k) = (Keras.Input((3, 4)), Keras.Input((5, 4)), Keras.Input((5, 2)));
        var y = new MultiHeadAttention(2, 3).Apply(q, v, k, useCausalMask: true);
        var model = new Model(new Tensors([q, v, k]), new Dense(2).Apply(y.Single()));
        var config = JsonNode.Parse(ObjectSerializer.Serialize(model).ToJsonString())!.AsObject();
        var call = config["config"]!["layers"]!.AsArray().Single(l => l!["class_name"]!.GetValue<string>() == "MultiHeadAttention")!["inbound_nodes"]![0]!;
        Assert.That((call["args"]!.AsArray().Count, call["kwargs"]!["use_causal_mask"]!.GetValue<bool>()), Is.EqualTo((3, true)), "query, value and key one by one, as Keras's call takes them");
        var again = (Model)ObjectSerializer.Deserialize(config, typeof(Layer));
        again.SetWeights(model.GetWeights());
        Data data = new[] { Sample(0, (2, 3, 4)), Sample(1, (2, 5, 4)), Sample(2, (2, 5, 2)) };
        Assert.That(((Tensor)again.Predict(data, verbose: 0)).ToArray<float>(), Is.EqualTo(((Tensor)model.Predict(data, verbose: 0)).ToArray<float>()));
    }

    [Test]
    public void MasksTravelThroughAttention()
    {
        var input = Keras.Input(4, dtype: DataType.Int32);
        var x = new Embedding(5, 3, maskZero: true).Apply(input);
        var model = new Model(input, new MultiHeadAttention(1, 2).Apply(x, x).Single());
        Tensor a = model.Predict(new int[,] { { 1, 2, 0, 0 } }, verbose: 0);
        var layer = (MultiHeadAttention)model.Layers[^1];
        var embedded = ((Embedding)model.Layers[1]).Apply(Tensor.From(new int[,] { { 1, 2, 0, 0 } }));
        Assert.That(a.ToArray<float>(), Is.EqualTo(layer.Apply(embedded, embedded).Single().ToArray<float>()).Within(1e-5));
        Assert.That(a.ToArray<float>(), Is.Not.EqualTo(layer.Apply(embedded + 0.0, embedded + 0.0).Single().ToArray<float>()).Within(1e-5), "the mask counts");
    }

    [Test]
    public void MergingAsFunctions()
    {
        Tensor a = new float[,] { { 1, 5 } };
        Tensor b = new float[,] { { 3, 2 } };
        Assert.That(Add.Of([a, b]).ToArray<float>(), Is.EqualTo(new float[] { 4, 7 }));
        Assert.That(Subtract.Of([a, b]).ToArray<float>(), Is.EqualTo(new float[] { -2, 3 }));
        Assert.That(Multiply.Of([a, b]).ToArray<float>(), Is.EqualTo(new float[] { 3, 10 }));
        Assert.That(Average.Of([a, b]).ToArray<float>(), Is.EqualTo(new float[] { 2, 3.5f }));
        Assert.That(Maximum.Of([a, b]).ToArray<float>(), Is.EqualTo(new float[] { 3, 5 }));
        Assert.That(Minimum.Of([a, b]).ToArray<float>(), Is.EqualTo(new float[] { 1, 2 }));
        Assert.That(Concatenate.Of([a, b]).ToArray<float>(), Is.EqualTo(new float[] { 1, 5, 3, 2 }));
        Assert.That(Dot.Of([a, b]).ToArray<float>(), Is.EqualTo(new float[] { 13 }));
        Assert.That(Add.Of([Keras.Input(2), Keras.Input(2)], name: "sum").Name, Is.EqualTo("sum"));
    }

    [Test]
    public void OtherNamesAreTheSameClasses()
    {
        var layer = new MaxPool2D(3);
        Assert.That((layer.Name, Layer.Serialize(layer)["class_name"]!.GetValue<string>()), Is.EqualTo(("max_pooling2d", "MaxPooling2D")));
        Assert.That(Layer.Deserialize(Layer.Serialize(new Convolution1D(2, 3))), Is.TypeOf<Conv1D>());
        var grouped = new GroupQueryAttention(2, 2, 1);
        Assert.That((grouped.Name, Layer.Serialize(grouped)["class_name"]!.GetValue<string>()), Is.EqualTo(("grouped_query_attention", "GroupQueryAttention")));
    }

    [Test]
    public void APipelineRunsAsInTraining()
    {
        var x = Ops.Ones((1, 100));
        Assert.That(new Pipeline([new Dropout(0.5, seed: 1)]).Apply(x).ToArray<float>(), Has.Some.Zero);
        Assert.That(new Pipeline([new Dropout(0.5, seed: 1)]).Apply(x, training: false).ToArray<float>(), Has.None.Zero);
    }

    [Test]
    public void AnEmbeddingStartsWithGivenVectors()
    {
        var layer = new Embedding(2, 2, weights: new float[,] { { 1, 2 }, { 3, 4 } });
        Assert.That(layer.Apply(new int[] { 1 }).ToArray<float>(), Is.EqualTo(new float[] { 3, 4 }));
        Assert.That(layer.GetConfig().ContainsKey("weights"), Is.False);
    }

    private static Tensor Sample(int number, TensorShape shape) => Ops.Cast(LayerNumbers.Values(number, shape), DataType.Float32);
}
