using System.Text.Json;
using KerasNet.Layers;

namespace KerasNet.Tests.Tools;

/// <summary>Weights in several files, and the seeds that layers from configs draw, against recordings of real Keras.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class SavingToolTests(string backend) : BackendFixture(backend)
{
    private static readonly JsonElement _shards = Golden.Json("tools/shards.json");
    private static readonly JsonElement _seeds = Golden.Json("tools/seeds.json");
    private string _folder = string.Empty;

    public static IEnumerable<string> Layers => _seeds.EnumerateObject().Select(p => p.Name).Where(n => n != "provenance");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("shards").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void WeightsAreSharded([Range(0, 2)] int index)
    {
        var golden = _shards.GetProperty("cases")[index];
        var model = Small();
        var path = Path.Combine(_folder, "m.weights.json");
        Keras.SaveWeights(model, path, maxShardSize: golden.GetProperty("size").GetDouble());
        Assert.That(Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal), Is.EqualTo(golden.GetProperty("files").EnumerateArray().Select(f => f.GetString())));
        var (written, recorded) = (JsonDocument.Parse(File.ReadAllText(path)).RootElement, golden.GetProperty("index"));
        Assert.That(written.GetProperty("metadata").GetProperty("total_size").GetDouble(), Is.EqualTo(recorded.GetProperty("metadata").GetProperty("total_size").GetDouble()));
        Assert.That(JsonElement.DeepEquals(written.GetProperty("weight_map"), recorded.GetProperty("weight_map")), written.GetRawText());
        var other = Small();
        other.LoadWeights(path);
        Assert.That(other.GetWeights().Select(w => w.ToArray<float>()), Is.EqualTo(model.GetWeights().Select(w => w.ToArray<float>())));
    }

    [Test]
    public void MistakesInShardsAreTold()
    {
        Assert.That(() => Small().SaveWeights(Path.Combine(_folder, "m.weights.h5"), maxShardSize: 1), Throws.ArgumentException.With.Message.StartsWith("The filename must end in `.weights.json` when `max_shard_size` is specified."));
        Assert.That(() => Small().SaveWeights(Path.Combine(_folder, "m.weights.json"), maxShardSize: 1e-8), Throws.ArgumentException.With.Message.Contains("exceeds the maximum shard size"));
        Assert.That(Directory.GetFiles(_folder), Is.Empty, "nothing is left behind");
    }

    [TestCaseSource(nameof(Layers))]
    public void FirstWeightsFollowTheSeed(string name)
    {
        string[] parts = name.Split(' ');
        Layer Made() => parts[0] switch
        {
            "LSTM" => new LSTM(2),
            "SimpleRNN" => new SimpleRNN(2),
            "ConvLSTM1D" => new ConvLSTM1D(2, 2),
            "Bidirectional" => new Bidirectional(new LSTM(2)),
            "Stacked" => new RNN([new SimpleRNNCell(2), new GRUCell(2)]),
            _ => new Dense(2),
        };
        var config = Layer.Serialize(Made());
        Keras.SetRandomSeed(2);
        var layer = parts[1] == "config" ? Layer.Deserialize(config) : Made();
        layer.Apply(Ops.Ones(parts[0] switch { "ConvLSTM1D" => (1, 3, 4, 2), "Dense" => (1, 2), _ => (1, 3, 2) }));
        var golden = _seeds.GetProperty(name).EnumerateArray().Where(w => w.GetProperty("dtype").GetString() == "float32").ToArray();
        GoldenTensor.AreClose([.. layer.Weights.Where(w => w.DType == DataType.Float32).Select(w => w.Value)], JsonSerializer.SerializeToElement(golden), name);
    }

    private static Sequential Small()
    {
        Keras.ClearSession();
        return new Sequential([Keras.Input(3), new Dense(4), new Dense(2)]) { Name = "m" };
    }
}
