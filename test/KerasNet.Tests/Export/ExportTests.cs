using System.Text.Json;
using KerasNet.Conformance.ModelFiles;
using KerasNet.Export;
using KerasNet.TensorFlow.Checkpoints;
using KerasNet.TensorFlow.SavedModels;

namespace KerasNet.Tests;

/// <summary>What is exported computes what the model computes: in TensorFlow's library, and as TensorFlow's Python recorded it of the same models.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ExportTests(string backend) : BackendFixture(backend)
{
    private static readonly JsonElement _answers = Golden.Json("exports/answers.json");
    private string _folder = string.Empty;

    public static IReadOnlyList<string> Names => ExportedModels.Names;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("keras").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(nameof(Names))]
    public void ModelsComputeTheSameWhenExported(string name)
    {
        var (model, inputs) = ExportedModels.Make(name);
        model.Export(_folder, verbose: false);
        var answer = _answers.GetProperty(name);
        var predicted = model.Predict(inputs, verbose: 0);
        using var scope = inputs.Any(x => x.DType == DataType.String) ? Keras.Scope("tensorflow") : null; // who runs ops of text
        using var saved = SavedModel.Load(_folder);
        Assert.That(saved.Signatures.Keys, Is.EquivalentTo(new[] { "serve", "serving_default" }));
        var signature = saved.Signatures["serving_default"];
        string[] wanted = [.. answer.GetProperty("inputs").EnumerateObject().Select(i => i.Name)];
        Assert.That(signature.InputNames, Is.EquivalentTo(wanted));
        Assert.That(signature.Inputs.Select(i => (string[])[i.Spec.DType.Name(), .. i.Spec.Shape.Dims.ToArray().Select(d => $"{d}")]),
            Is.EqualTo(signature.InputNames.Select(n => answer.GetProperty("inputs").GetProperty(n).EnumerateArray().Select(v => v.ToString()))));
        var outputs = signature.Run(wanted.Zip(inputs).ToDictionary(p => p.First, p => p.Second));
        foreach (var (i, output) in answer.GetProperty("outputs").EnumerateObject().Index())
        {
            double[] python = [.. output.Value.GetProperty("values").EnumerateArray().Select(v => v.GetDouble())];
            var own = predicted.Tensors[predicted.Names?.ToList().IndexOf(output.Name) ?? i];
            Assert.That(outputs[output.Name].Shape.Dims.ToArray(), Is.EqualTo(output.Value.GetProperty("shape").EnumerateArray().Select(d => d.GetInt32())));
            var tolerance = name == "mixed" ? 2e-2 : 1e-5; // half precision rounds in another order, also from one of TensorFlow's sessions to the other
            Near(outputs[output.Name], python, tolerance);
            Near(own, python, tolerance);
        }
    }

    [TestCaseSource(nameof(Names))]
    public void CheckpointsHoldWhatTensorFlowReadFromThem(string name)
    {
        var (model, _) = ExportedModels.Make(name);
        model.SaveWeights(Path.Combine(_folder, "w"), saveFormat: "tf");
        var checkpoint = Checkpoint.Read(_folder);
        var answer = _answers.GetProperty(name).GetProperty("checkpoint").EnumerateObject().ToDictionary(a => a.Name, a => a.Value.GetDouble());
        Assert.That(checkpoint.Entries.Keys.Where(k => k != Checkpoint.ObjectGraph), Is.EqualTo(answer.Keys));
        foreach (var (key, sum) in answer)
        {
            Assert.That(Ops.Cast(checkpoint.ReadTensor(key), DataType.Float64).ToArray<double>().Sum(), Is.EqualTo(sum).Within(1e-4), key);
        }
    }

    [Test]
    public void ALayerRunsWhatWasExported()
    {
        var (model, inputs) = ExportedModels.Make("transformer");
        model.Export(_folder, verbose: false);
        var layer = new Layers.TFSMLayer(_folder);
        Near(layer.Apply(inputs[0]), [.. model.Predict(inputs, verbose: 0).Single().ToArray<float>().Select(v => (double)v)], 1e-5);
        Assert.That(() => Keras.LoadModel(_folder), Throws.TypeOf<InvalidDataException>().With.Message.Contains("holds a function but no Keras model"));
    }

    [Test]
    public void AnArchiveHasEndpointsAndVariables()
    {
        Keras.SetRandomSeed(5);
        var inner = new Layers.Dense(4, activation: "tanh");
        var model = new Sequential([Keras.Input(3), inner, new Layers.Dropout(0.5), new Layers.Dense(2)]);
        var archive = new ExportArchive();
        archive.TrackAndAddEndpoint("serve", model, Keras.Input(3, name: "x"));
        archive.AddEndpoint("training", x => model.Apply(x.Single(), training: true), Keras.Input(3, name: "x"));
        archive.AddEndpoint("both", x => new Tensors([inner.Apply(x["p"]), x["q"] * 2]), new Tensors(new Dictionary<string, Tensor> { ["q"] = Keras.Input(2, name: "q"), ["p"] = Keras.Input(3, name: "p") }));
        archive.AddVariableCollection("kernels", [inner.Kernel]);
        Assert.That(archive.Variables, Is.EqualTo(model.Weights));
        archive.WriteOut(_folder, verbose: false);
        using var saved = SavedModel.Load(_folder);
        Assert.That(saved.Signatures.Keys, Is.EquivalentTo(new[] { "serve", "training", "both", "serving_default" }));
        var x = Tensor.Create<float>(Enumerable.Range(0, 300).Select(i => MathF.Sin(i)).ToArray(), (100, 3));
        var fed = new Dictionary<string, Tensor> { ["x"] = x };
        var (a, b) = (saved.Signatures["training"].Run(fed)["output_0"].ToArray<float>(), saved.Signatures["training"].Run(fed)["output_0"].ToArray<float>());
        Assert.That(a, Is.Not.EqualTo(b), "the state of the seed is a variable that goes on");
        Assert.That(saved.Signatures["serve"].Run(fed)["output_0"].ToArray<float>(), Is.EqualTo(model.Apply(x).ToArray<float>()).Within(1e-5));
        var two = Ops.Take(x, Tensor.Create<int>([0, 1], 2), axis: 1);
        var both = saved.Signatures["both"].Run(new Dictionary<string, Tensor> { ["p"] = x, ["q"] = two });
        Assert.That(both["output_0"].ToArray<float>(), Is.EqualTo(inner.Apply(x).ToArray<float>()).Within(1e-5));
        Assert.That(both["output_1"].ToArray<float>(), Is.EqualTo((two * 2).ToArray<float>()));
    }

    [Test]
    public void InputsConstantsAndRepeatedResultsAreResultsToo()
    {
        var archive = new ExportArchive();
        var counter = new KerasVariable(0, "counter", trainable: false);
        archive.AddEndpoint("edges", x => new Tensors([x[0], x[0], Ops.Arange(3), x[0] * 2, Count()]), new Tensor[] { Keras.Input(2, name: "used"), Keras.Input(5, name: "unused") });
        archive.WriteOut(_folder, verbose: false);
        using var saved = SavedModel.Load(_folder);
        var x = Tensor.Create<float>([1, 2, 3, 4], new TensorShape(2, 2));
        for (var call = 1; call < 4; call++)
        {
            var y = saved.Signatures["edges"].Run(new Dictionary<string, Tensor> { ["used"] = x, ["unused"] = Ops.Ones((2, 5)) });
            Assert.That(y["output_0"].ToArray<float>(), Is.EqualTo(x.ToArray<float>()));
            Assert.That(y["output_1"].ToArray<float>(), Is.EqualTo(x.ToArray<float>()));
            Assert.That(y["output_2"].ToArray<int>(), Is.EqualTo(new[] { 0, 1, 2 }));
            Assert.That(y["output_3"].ToArray<float>(), Is.EqualTo(new[] { 2f, 4, 6, 8 }));
            Assert.That(y["output_4"].ToArray<int>(), Is.EqualTo(new[] { (21 * call) - 20 }), "read, added to, read and added to again, in this order");
        }

        Tensor Count()
        {
            counter.AssignAdd(1);
            var now = counter.Value;
            counter.AssignAdd(20);
            return now;
        }
    }

    [Test]
    public void AnotherModelTakesTheFoldersPlace()
    {
        File.WriteAllText(Path.Combine(_folder, "keras_metadata.pb"), "of the model before");
        new Sequential([Keras.Input(3), new Layers.Dense(200)]).Export(_folder, verbose: false);
        new Sequential([Keras.Input(2), new Layers.Dense(1, kernelInitializer: "ones")]).Export(_folder, verbose: false);
        Assert.That(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder, f)).Order(StringComparer.Ordinal), Is.EqualTo(new[]
        {
            "saved_model.pb", "variables/variables.data-00000-of-00002", "variables/variables.data-00001-of-00002", "variables/variables.index",
        }));
        Assert.That(new Layers.TFSMLayer(_folder).Apply(Ops.Ones((1, 2))).ToArray<float>(), Is.EqualTo(new[] { 2f }));
    }

    [Test]
    public void WhatCannotBeExportedIsSaid()
    {
        foreach (var (layer, why) in new (Layers.Layer, string)[]
        {
            (new Layers.StringLookup(vocabulary: ["a", "b"], numOovIndices: 0), "num_oov_indices=0"),
            (new Layers.TextVectorization(vocabulary: ["a", "b"], ngrams: 2, split: null), "n-grams"),
            (new Layers.TextVectorization(vocabulary: ["a", "b"], standardize: new(t => t.Trim())), "standardize function"),
        })
        {
            var text = new Sequential([Keras.Input(1, dtype: DataType.String), layer]);
            Assert.That(() => text.Export(_folder), Throws.TypeOf<NotSupportedException>().With.Message.Contains(why));
        }

        Assert.That(Directory.GetFileSystemEntries(_folder), Is.Empty);
        Assert.That(() => new Sequential([new Layers.Dense(2)]).Export(_folder), Throws.InvalidOperationException.With.Message.Contains("has not yet been built"));
        var model = new Sequential([Keras.Input(3), new Layers.Dense(2)]);
        Assert.That(() => model.Export(_folder, format: "zip"), Throws.ArgumentException.With.Message.Contains("Unrecognized format=zip"));
        Assert.That(() => model.Export(_folder, format: "onnx"), Throws.TypeOf<NotSupportedException>());
        var archive = new ExportArchive();
        Assert.That(() => archive.WriteOut(_folder), Throws.InvalidOperationException.With.Message.Contains("No endpoints have been set yet"));
        archive.TrackAndAddEndpoint("serve", model, Keras.Input(3));
        Assert.That(() => archive.AddEndpoint("serve", x => x, Keras.Input(3)), Throws.ArgumentException.With.Message.Contains("already taken"));
        Assert.That(() => archive.AddEndpoint("a-b", x => x, Keras.Input(3)), Throws.ArgumentException.With.Message.Contains("'a-b'"));
        Assert.That(() => new ExportArchive("neptune_model"), Throws.ArgumentException.With.Message.Contains("Unsupported format"));
    }

    [Test]
    public void EndpointsArePrintedAsTensorFlowPrintsThem()
    {
        var (a, b) = (Keras.Input(3, name: "alpha"), Keras.Input(3, name: "beta"));
        var model = new Model(new Tensor[] { a, b }, new Tensors([new Layers.Add().Apply([a, b]), new Layers.Multiply().Apply([a, b])]));
        Assert.That(EndpointText.Of(ExportEndpoint.Trace("serve", x => model.Apply(x), model.Inputs)), Is.EqualTo("""
            * Endpoint 'serve'
              args_0 (POSITIONAL_ONLY): List[TensorSpec(shape=(None, 3), dtype=tf.float32, name='alpha'), TensorSpec(shape=(None, 3), dtype=tf.float32, name='beta')]
            Output Type:
              List[TensorSpec(shape=(None, 3), dtype=tf.float32, name=None), TensorSpec(shape=(None, 3), dtype=tf.float32, name=None)]
            Captures:
              None
            """));
    }

    private static void Near(Tensor tensor, double[] wanted, double tolerance)
    {
        var got = Ops.Cast(tensor, DataType.Float64).ToArray<double>();
        Assert.That(got, Has.Length.EqualTo(wanted.Length));
        for (var i = 0; i < got.Length; i++)
        {
            Assert.That(got[i], Is.EqualTo(wanted[i]).Within(tolerance + (1e-4 * Math.Abs(wanted[i]))));
        }
    }
}
