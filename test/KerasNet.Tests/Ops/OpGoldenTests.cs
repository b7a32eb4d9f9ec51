using System.Text.Json;
using KerasNet.Graphs;

namespace KerasNet.Tests;

/// <summary>The functions of <see cref="Ops"/> against what real Keras returned: values, types, shapes and gradients; at once, and in a graph whose batch is unknown.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class OpGoldenTests(string backend) : BackendFixture(backend)
{
    private static readonly Lazy<Dictionary<string, JsonElement>> _cases = new(() => Directory.GetFiles(Golden.PathOf("ops"), "*.json").Order(StringComparer.Ordinal)
        .Where(f => Golden.Json(Path.Combine("ops", Path.GetFileName(f))).TryGetProperty("cases", out _)) // others are named values of other tests
        .SelectMany(f => Cases(Golden.Json(Path.Combine("ops", Path.GetFileName(f))))
            .Select((c, i) => ($"{Path.GetFileNameWithoutExtension(f)} {i}: {c.GetProperty("op").GetString()}", Case: c)))
        .ToDictionary(p => p.Item1, p => p.Case));

    public static IEnumerable<string> Names => _cases.Value.Keys;

    [TestCaseSource(nameof(Names))]
    public void AgreesWithKeras(string name)
    {
        var golden = _cases.Value[name];
        var call = OpCall.Of(golden);
        var outputs = call.Invoke(call.Tensors);
        GoldenTensor.AreClose(outputs, golden.GetProperty("outputs"), "output");
        CheckGradients(call, golden.GetProperty("grads"));
        CheckGraph(call, golden.GetProperty("outputs"));
    }

    /// <summary>Files without cases hold recordings in a form of their own.</summary>
    private static IEnumerable<JsonElement> Cases(JsonElement file) => file.TryGetProperty("cases", out var cases) ? cases.EnumerateArray() : [];

    private static void CheckGradients(OpCall call, JsonElement golden)
    {
        Tensor[] sources = [.. call.Tensors.Where(t => t.DType.IsFloating())];
        using var tape = new GradientTape();
        foreach (var source in sources)
        {
            tape.Watch(source);
        }

        Tensor? total = null;
        foreach (var y in call.Invoke(call.Tensors).Where(y => y.DType.IsFloating()))
        {
            var weights = Tensor.Create<double>([.. Enumerable.Range(0, (int)y.Size).Select(i => 1 + (0.1 * i))], y.Shape);
            var part = RawOps.Sum(RawOps.Mul(y, RawOps.Cast(weights, y.DType)), RawOps.Constant([.. Enumerable.Range(0, y.Rank)]));
            total = total is null ? part : RawOps.AddV2(total, part);
        }

        var gradients = total is null ? new Tensor?[sources.Length] : tape.Gradient(total, sources);
        for (var i = 0; i < sources.Length; i++)
        {
            var expected = golden[i];
            if (expected.ValueKind == JsonValueKind.Null)
            {
                Assert.That(gradients[i] is not { } g || Enumerable.Range(0, (int)g.Size).All(k => NumberReader.At(g, k) == 0), $"Keras has no gradient by input {i}");
            }
            else
            {
                GoldenTensor.AreClose(gradients[i] ?? RawOps.ZerosLike(sources[i]), expected, $"gradient by input {i}");
            }
        }
    }

    private static void CheckGraph(OpCall call, JsonElement expected)
    {
        var graph = new Graph();
        Tensor[] inputs, outputs;
        using (graph.Enter())
        {
            inputs = [.. call.Tensors.Select((t, i) => graph.Placeholder(t.DType, i == 0 && t.Rank > 0 && call.Tensors.Length == 1 ? t.Shape.With(0, -1) : t.Shape, $"x{i}"))];
            outputs = call.Invoke(inputs);
        }

        using var executable = Keras.Backend.Compile(graph, inputs, outputs, []);
        var results = new Tensor?[outputs.Length];
        executable.Run(call.Tensors, results);
        GoldenTensor.AreClose(results!, expected, "output in a graph");
        for (var i = 0; i < outputs.Length; i++)
        {
            Assert.That(outputs[i].Shape.IsCompatibleWith(results[i]!.Shape), $"the shape rule says {outputs[i].Shape}, the result is {results[i]!.Shape}");
        }
    }
}
