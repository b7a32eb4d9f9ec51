using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Saving;

namespace KerasNet.Tests;

/// <summary>Functions and slices of symbolic tensors: a model of Keras's is read from its config, and gives the same outputs; ours has the same names and shapes.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class FunctionModelTests(string backend) : BackendFixture(backend)
{
    private static readonly JsonElement _golden = Golden.Json("ops/model.json");

    [Test]
    public void AModelOfKerassConfigGivesKerassOutputs()
    {
        var config = JsonNode.Parse(_golden.GetProperty("config").GetProperty("config").GetRawText())!.AsObject();
        Compare(FunctionalConfig.Create(config));
    }

    [Test]
    public void ItsOwnConfigMakesItAgain()
    {
        var config = JsonNode.Parse(_golden.GetProperty("config").GetProperty("config").GetRawText())!.AsObject();
        var again = FunctionalConfig.Of(FunctionalConfig.Create(config));
        Compare(FunctionalConfig.Create(JsonNode.Parse(again.ToJsonString())!.AsObject()));
    }

    [Test]
    public void SlicesAreWrittenAsKerasWritesThem()
    {
        var x = Keras.Input((4, 6));
        var model = new Model(x, new Tensors([x[.., 0], x[.., 1, 1..5], x[Ops.Ellipsis, Ops.NewAxis], x[.., Ops.Step(null, null, -1), Ops.Step(4, null, -2)], x[.., -1, Ops.Ellipsis, 2..^1]]));
        var ours = Keys(FunctionalConfig.Of(model));
        var kerass = Keys(JsonNode.Parse(_golden.GetProperty("config").GetProperty("config").GetRawText())!.AsObject());
        Assert.That(ours, Is.EquivalentTo(kerass.Intersect(ours)));
        Assert.That(ours, Has.Count.EqualTo(5));
    }

    [Test]
    public void FunctionsOfSymbolicTensorsHaveShapesAndNames()
    {
        Keras.ClearSession();
        var x = Keras.Input((4, 6));
        var y = x[.., 0, 1..4];
        var z = Ops.Concatenate([x, x]);
        Assert.Multiple(() =>
        {
            Assert.That(y.Shape, Is.EqualTo((TensorShape)(null, 3)));
            Assert.That(y.Name, Is.EqualTo("get_item"));
            Assert.That(z.Shape, Is.EqualTo((TensorShape)(null, 4, 6)));
            Assert.That(z.Name, Is.EqualTo("concatenate"));
            Assert.That(() => x[.., 4], Throws.ArgumentException.With.Message.Contains("slice index 4 of dimension 1 out of bounds"));
            Assert.That(() => x[0, 0, 0, 0], Throws.ArgumentException.With.Message.Contains("has 3 axes"));
        });
    }

    private static List<string> Keys(JsonObject config) => [.. config["layers"]!.AsArray()
        .Where(l => l!["class_name"]!.GetValue<string>() == "GetItem")
        .Select(l => l!["inbound_nodes"]![0]!["args"]![1]!.ToJsonString())];

    private static void Compare(Model model)
    {
        Tensor input = Tensor.Create<float>(_golden.GetProperty("input").Deserialize<float[]>()!, (2, 4, 6));
        var outputs = model.Apply((Tensors)input);
        var expected = _golden.GetProperty("outputs").EnumerateArray().ToList();
        Assert.That(outputs, Has.Count.EqualTo(expected.Count));
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.That(outputs[i].Shape.ToArray(), Is.EqualTo(expected[i].GetProperty("shape").Deserialize<int[]>()), $"output {i}");
            var values = expected[i].GetProperty("values").Deserialize<double[]>()!;
            Assert.That(Enumerable.Range(0, values.Length).Select(v => NumberReader.At(outputs[i], v)), Is.EqualTo(values).Within(1e-6), $"output {i}");
        }
    }
}
