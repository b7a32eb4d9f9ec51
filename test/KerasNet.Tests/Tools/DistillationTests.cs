using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Distillation;
using KerasNet.Optimizers;
using KerasNet.Saving;

namespace KerasNet.Tests.Tools;

/// <summary>Students and teachers, against recordings of real Keras.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class DistillationTests(string backend) : BackendFixture(backend)
{
    private static readonly JsonElement _golden = Golden.Json("tools/distillation.json");

    [Test]
    public void StudentsLearnAsInKeras([Range(0, 4)] int index)
    {
        var golden = _golden.GetProperty("cases")[index];
        var loss = Losses()[index];
        var distiller = new Distiller(RecordedModels.Built("teacher"), RecordedModels.Built("student"), loss, golden.GetProperty("weight").GetDouble());
        distiller.Compile(new SGD(0.1), "mse", metrics: ["mae"]);
        Same(Fit(distiller, 3), golden.GetProperty("history"));
        GoldenTensor.AreClose([.. distiller.Student.GetWeights()], golden.GetProperty("weights"), "student");
        GoldenTensor.AreClose([.. distiller.Teacher.GetWeights()], golden.GetProperty("teacher"), "teacher");
        Assert.That(distiller.TrainableWeights, Has.Count.EqualTo(4));
        Assert.That(((Tensor)distiller.Predict(RecordedModels.Numbers((4, 3)), verbose: 0)).ToArray<float>(), Is.EqualTo(((Tensor)distiller.Student.Predict(RecordedModels.Numbers((4, 3)), verbose: 0)).ToArray<float>()));
    }

    [Test]
    public void LossesAreWeighted()
    {
        var distiller = new Distiller(RecordedModels.Built("teacher"), RecordedModels.Built("student"), [new LogitsDistillation(), new FeatureDistillation("mse", "h", "h")], [1.0, 0.25]);
        distiller.Compile(loss: "mse");
        Same(Fit(distiller, 2), _golden.GetProperty("both"));
    }

    [Test]
    public void ConfigsAreKerass([Range(0, 4)] int index)
    {
        var recorded = _golden.GetProperty("cases")[index].GetProperty("config");
        var written = ObjectSerializer.Serialize(Losses()[index]);
        var again = ObjectSerializer.Serialize(ObjectSerializer.Deserialize(JsonNode.Parse(recorded.GetRawText())!.AsObject(), typeof(DistillationLoss)));
        foreach (var json in new[] { written, again })
        {
            Assert.That(json["class_name"]!.GetValue<string>(), Is.EqualTo(recorded.GetProperty("class_name").GetString()));
            Assert.That(json["module"]!.GetValue<string>(), Is.EqualTo("keras.distillation"));
            Assert.That(json["config"]!["loss"]!["class_name"]!.GetValue<string>(), Is.EqualTo(recorded.GetProperty("config").GetProperty("loss").GetProperty("class_name").GetString()));
            Assert.That(json["config"]!["loss"]!["config"]!.ToJsonString(), index == 1 ? Does.Contain("reduction") : Is.EqualTo(recorded.GetProperty("config").GetProperty("loss").GetProperty("config").GetRawText()));
        }
    }

    [Test]
    public void ADistillerIsSavedAndLoaded()
    {
        var distiller = new Distiller(RecordedModels.Built("teacher"), RecordedModels.Built("student"), new FeatureDistillation("mae", "h", "h"));
        distiller.Compile(new SGD(0.1), "mse");
        Fit(distiller, 1);
        var path = Path.Combine(Directory.CreateTempSubdirectory("distiller").FullName, "d.keras");
        try
        {
            distiller.Save(path);
            var again = (Distiller)Keras.LoadModel(path);
            Assert.That(again.Student.GetWeights().Select(w => w.ToArray<float>()), Is.EqualTo(distiller.Student.GetWeights().Select(w => w.ToArray<float>())));
            Assert.That(((FeatureDistillation)again.DistillationLosses[0]).StudentLayerName, Is.EqualTo("h"));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [Test]
    public void MistakesAreTold()
    {
        var messages = _golden.GetProperty("messages");
        string Message(string name) => messages.GetProperty(name).GetString()!;
        Model teacher = RecordedModels.Built("teacher"), student = RecordedModels.Built("student");
        Assert.That(() => new LogitsDistillation(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new LogitsDistillation(loss: [null]), Throws.ArgumentException.With.Message.StartsWith(Message("none")));
        Assert.That(() => new Distiller(teacher, student, new FeatureDistillation("mse", "x", "h")), Throws.ArgumentException.With.Message.StartsWith("In teacher model: No such layer: x. Existing layers are: 'h', 'o'"));
        Assert.That(() => new Distiller(teacher, new Sequential([Keras.Input(3), new KerasNet.Layers.Dense(3)]), new LogitsDistillation()), Throws.ArgumentException.With.Message.StartsWith(Message("shapes")));
        Assert.That(() => new Distiller(teacher, student, [new LogitsDistillation()], [1, 2]), Throws.ArgumentException.With.Message.StartsWith(Message("weights")));
        Assert.That(() => new Distiller(teacher, student, new LogitsDistillation(), 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Distiller(teacher, student, new LogitsDistillation()).Compile("adam"), Throws.ArgumentNullException);
        var listed = new Distiller(teacher, student, new FeatureDistillation(["mse"]));
        listed.Compile("sgd", "mse");
        Assert.That(() => Fit(listed, 1), Throws.ArgumentException.With.Message.Contains("Loss structure mismatch"));
    }

    [Test]
    public void OutputsMayBeSkipped()
    {
        Model Two(string name)
        {
            var input = Keras.Input(3);
            return new Model(input, new Tensors([new KerasNet.Layers.Dense(2).Apply(input), new KerasNet.Layers.Dense(2).Apply(input)])) { Name = name };
        }

        var distiller = new Distiller(Two("t"), Two("s"), new LogitsDistillation(loss: ["mse", null]), 0);
        distiller.Compile("sgd", "mse");
        var second = distiller.Student.Layers[2].GetWeights().Select(w => w.ToArray<float>()).ToArray();
        distiller.Fit(RecordedModels.Numbers((4, 3)), [RecordedModels.Numbers((4, 2)), RecordedModels.Numbers((4, 2))], verbose: 0);
        Assert.That(distiller.Student.Layers[2].GetWeights().Select(w => w.ToArray<float>()), Is.EqualTo(second));
        Assert.That(distiller.History!["distillation_loss"][0], Is.GreaterThan(0));
    }

    private static DistillationLoss[] Losses() =>
    [
        new LogitsDistillation(), new LogitsDistillation(2.0, new KerasNet.Losses.KLDivergence()), new LogitsDistillation(loss: "mse"), new FeatureDistillation("mae", "h", "h"), new FeatureDistillation(),
    ];

    private static History Fit(Distiller distiller, int epochs) =>
        distiller.Fit(RecordedModels.Numbers((4, 3)), RecordedModels.Numbers((4, 2), 40), epochs: epochs, batchSize: 2, shuffle: false, verbose: 0);

    private static void Same(History history, JsonElement golden)
    {
        foreach (var series in golden.EnumerateObject())
        {
            Assert.That(history[series.Name], Is.EqualTo(series.Value.EnumerateArray().Select(v => v.GetDouble())).Within(1e-4), series.Name);
        }
    }
}
