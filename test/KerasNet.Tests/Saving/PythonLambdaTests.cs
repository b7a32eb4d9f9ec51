using System.Text.Json.Nodes;
using KerasNet.Saving.Python;

namespace KerasNet.Tests;

/// <summary>Bodies of Lambda layers that Python 3.6 to 3.12 wrote are recognised where they are expressions of known functions; nothing is run.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class PythonLambdaTests(string backend) : BackendFixture(backend)
{
    // v * 2 + 0.5, by Python 3.6 (Keras 2.1.6) and 3.11 (Keras 3.15).
    private const string Python36 = "4wEAAAAAAAAAAQAAAAIAAABTAAAAcwwAAAB8AGQBFABkAhcAUwApA07nAAAAAAAAAEDnAAAAAAAA\n4D+pACkB2gF2cgMAAAByAwAAAPoXL3RtcC9sZWdhY3kvZ2VuZXJhdGUucHnaCDxsYW1iZGE+8wEA\nAHMAAAAA\n";
    private const string Python311 = "4wEAAAAAAAAAAAAAAAIAAAATAAAA8xIAAACXAHwAZAF6BQAAZAJ6AAAAUwApA07nAAAAAAAAAEDn\nAAAAAAAA4D+pAKkB2gF2cwEAAAAg+hcvdG1wL2xlZ2FjeS9nZW5lcmF0ZS5wefoIPGxhbWJkYT76\nGm1fbGFtYmRhLjxsb2NhbHM+LjxsYW1iZGE+8wEAAHMOAAAAgACoEahTqRewM6kdgADzAAAAAA==\n";

    [TestCase(Python36)]
    [TestCase(Python311)]
    public void AnExpressionIsRecognised(string code)
    {
        var function = PythonLambda.Recognise(new JsonObject { ["function"] = new JsonArray(code, null, null), ["arguments"] = new JsonObject() });
        Assert.That(function, Is.Not.Null);
        Assert.That(((Tensor)function!((Tensor)new[] { 1f, -3f })).ToArray<float>(), Is.EqualTo(new[] { 2.5f, -5.5f }));
    }

    [TestCaseSource(nameof(Recorded))]
    public void WhatPythonComputedIsComputed(string name, JsonObject golden)
    {
        var function = PythonLambda.Recognise(new JsonObject { ["function"] = golden["function"]!.DeepClone(), ["arguments"] = golden["arguments"]!.DeepClone() });
        if (golden["output"] is null)
        {
            Assert.That(function, Is.Null, name);
            return;
        }

        Assert.That(function, Is.Not.Null, name);
        var x = Tensor.Create<float>([.. golden["input"]!.AsArray().Select(v => v!.GetValue<float>())], [2, 3, 4]);
        var y = (Tensor)function!(x);
        Assert.That(y.Shape.Dims.ToArray(), Is.EqualTo(golden["shape"]!.AsArray().Select(d => d!.GetValue<int>())));
        Assert.That(Ops.Cast(y, DataType.Float32).ToArray<float>(), Is.EqualTo(golden["output"]!.AsArray().Select(v => v!.GetValue<float>())).Within(1e-5));
    }

    private static IEnumerable<TestCaseData> Recorded => JsonNode.Parse(File.ReadAllText(Golden.PathOf("saving/lambdas.json")))!.AsArray()
        .Select(g => new TestCaseData(g!["name"]!.GetValue<string>(), g.AsObject()).SetArgDisplayNames(g["name"]!.GetValue<string>()));
}
