using KerasNet.Saving;
using KerasNet.TensorFlow.SavedModels;

namespace KerasNet.Tests;

/// <summary>What Keras exported runs on both backends: by TensorFlow's library, and by this library's own ops.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ExportedModelTests(string backend) : BackendFixture(backend)
{
    [TestCaseSource(typeof(ExportedModel), nameof(ExportedModel.Names))]
    public void AModelComputesWhatKerasComputed(string name)
    {
        using var model = new ExportedModel(name);
        var io = TensorArchive.Read(model.Data);
        using var saved = SavedModel.Load(model.SavedModel);
        var signature = saved.Signatures["serving_default"];
        Check(io, signature, t => t);

        if (io.TryGetValue("again0", out var next))
        {
            // It keeps states.
            Check(new Dictionary<string, Tensor> { ["x0"] = io["x0"], ["y0"] = next }, signature, t => t);
        }
        else if (!name.EndsWith("choices", StringComparison.Ordinal))
        {
            // One sample alone, which is another size.
            Check(io, signature, t => t[..1]);
        }
    }

    [Test]
    public void AnExportedModelIsALayer()
    {
        using var files = new ExportedModel("keras3/dense");
        var io = TensorArchive.Read(files.Data);
        var layer = new Layers.TFSMLayer(files.SavedModel);
        var model = new Sequential([Keras.Input(5), layer, new Layers.Rescaling(2)]);
        Assert.That(((Tensor)model.Predict(io["x0"], verbose: 0)).ToArray<float>(), Is.EqualTo(io["y0"].ToArray<float>().Select(y => 2 * y)).Within(1e-5));
    }

    private static void Check(IReadOnlyDictionary<string, Tensor> io, SavedSignature signature, Func<Tensor, Tensor> part)
    {
        var outputs = signature.Run(signature.InputNames.Select((n, i) => (n, part(io[$"x{i}"]))).ToDictionary(p => p.n, p => p.Item2));
        Assert.That(signature.OutputNames, Has.Count.EqualTo(io.Keys.Count(k => k[0] == 'y')));
        foreach (var (i, name) in signature.OutputNames.Index())
        {
            var wanted = part(io[$"y{i}"]);
            Assert.That(outputs[name].Shape, Is.EqualTo(wanted.Shape));
            Assert.That(Ops.Cast(outputs[name], DataType.Float32).ToArray<float>(), Is.EqualTo(Ops.Cast(wanted, DataType.Float32).ToArray<float>()).Within(2e-5));
        }
    }
}
