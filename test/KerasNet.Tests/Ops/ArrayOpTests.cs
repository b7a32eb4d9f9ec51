using System.Text.Json;

namespace KerasNet.Tests;

/// <summary>Calls that move, join, pad, pick and place elements, against Keras's own answers.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ArrayOpTests(string backend) : BackendFixture(backend)
{
    private static readonly Lazy<JsonElement> _golden = new(() => Golden.Json("ops/array.json"));

    public static IEnumerable<string> Names => ArrayOpCases.All.Keys;

    [TestCaseSource(nameof(Names))]
    public void EqualsKeras(string name) => Compare(ArrayOpCases.All[name](), _golden.Value.GetProperty(name));

    [TestCaseSource(nameof(Names))]
    public void GivesTheSameInAGraph(string name)
    {
        var expected = ArrayOpCases.All[name]();
        var graph = new Graphs.Graph();
        Tensors outputs;
        using (graph.Enter())
        using (ArrayOpCases.Symbolic(graph))
        {
            outputs = ArrayOpCases.All[name]();
        }

        foreach (var (output, value) in outputs.Zip(expected))
        {
            Assert.That(output.Shape.IsCompatibleWith(value.Shape), $"the shape rule says {output.Shape}, the value is {value.Shape}");
        }

        using var step = Keras.Backend.Compile(graph, [.. graph.Inputs], [.. outputs], []);
        var results = new Tensor?[outputs.Count];
        step.Run([.. graph.Inputs.Select(ArrayOpCases.ValueOf)], results);
        Compare(new Tensors(results!), _golden.Value.GetProperty(name));
    }

    [Test]
    public void EveryRecordedCallIsTested() =>
        Assert.That(ArrayOpCases.All.Keys, Is.EquivalentTo(_golden.Value.EnumerateObject().Select(p => p.Name)));

    private static void Compare(Tensors actual, JsonElement expected)
    {
        Assert.That(actual, Has.Count.EqualTo(expected.GetArrayLength()));
        for (var i = 0; i < actual.Count; i++)
        {
            var golden = expected[i];
            Assert.That(actual[i].DType.Name(), Is.EqualTo(golden.GetProperty("dtype").GetString()));
            Assert.That(actual[i].Shape.ToArray(), Is.EqualTo(golden.GetProperty("shape").Deserialize<int[]>()));
            var values = golden.GetProperty("values").Deserialize<double[]>()!;
            for (var v = 0; v < values.Length; v++)
            {
                Assert.That(NumberReader.At(actual[i], v), Is.EqualTo(values[v]).Within(1e-6 + (1e-6 * Math.Abs(values[v]))), $"output {i}, element {v}");
            }
        }
    }
}
