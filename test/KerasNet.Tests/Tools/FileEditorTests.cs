using System.Text.Json;
using KerasNet.Saving;

namespace KerasNet.Tests.Tools;

/// <summary>Files that are looked into and changed, against recordings of real Keras.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class FileEditorTests(string backend) : BackendFixture(backend)
{
    private static readonly JsonElement _golden = Golden.Json("tools/editor.json");
    private readonly List<string> _lines = [];
    private string _folder = string.Empty;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("editor").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void WhatIsPrintedIsKerass()
    {
        var editor = new KerasFileEditor(Golden.PathOf("tools/edited.keras"), _lines.Add);
        Assert.That(_lines[0], Does.StartWith("Keras model file '").And.EndWith("edited.keras'"));
        Printed("open", skip: 1);
        editor.Summary();
        Printed("summary");
        Assert.That(editor.Config!["class_name"]!.GetValue<string>(), Is.EqualTo("Sequential"));
        Compared("same", editor.Compare(Small()));
        Compared("wider", editor.Compare(Small(3)));
        Compared("longer", editor.Compare(Small(2, extra: true)));
    }

    [Test]
    public void NamesAndWeightsChange()
    {
        // The weights of the recorded file, as a file of weights alone.
        var path = Path.Combine(_folder, "w.weights.h5");
        new KerasFileEditor(Golden.PathOf("tools/edited.keras"), _ => { }).Save(path);
        var editor = new KerasFileEditor(path, _lines.Add);
        _lines.Clear();
        editor.RenameObject("dense_1", "dense_9");
        Compared("renamed", editor.Compare(Small()));
        editor.AddWeights("layers/dense", new Dictionary<string, Tensor> { ["2"] = Ops.Ones((2, 2)) });
        editor.DeleteWeight("dense_9", "1");
        editor.AddObject("layers/einsum_dense", new Dictionary<string, Tensor> { ["0"] = Tensor.From(new double[3]), ["1"] = Tensor.From(new int[4]) });
        editor.Summary();
        Printed("changed");
        editor.DeleteObject("einsum_dense");
        editor.Summary();
        Printed("deleted");
        var saved = Path.Combine(_folder, "e.weights.h5");
        editor.ResaveWeights(saved);
        using var file = Hdf5.Hdf5File.Open(saved);
        foreach (var item in _golden.GetProperty("saved").EnumerateArray().Where(i => i[0].GetString()!.Contains("vars/", StringComparison.Ordinal)))
        {
            Assert.That(file.Root.Dataset(item[0].GetString()!).Shape, Is.EqualTo(item[1].EnumerateArray().Select(d => d.GetInt64())), item[0].GetString());
        }
    }

    [Test]
    public void AnEditedFileFitsAnotherModel()
    {
        var model = Small();
        string path = Path.Combine(_folder, "m.weights.h5"), edited = Path.Combine(_folder, "n.weights.h5");
        model.SaveWeights(path);
        var editor = new KerasFileEditor(path, _ => { });
        editor.AddObject("layers/dense_1", new Dictionary<string, Tensor> { ["0"] = Ops.Ones((4, 3)), ["1"] = Ops.Zeros(3) });
        editor.Save(edited);
        var wide = Small(3);
        wide.LoadWeights(edited);
        Assert.That(wide.Layers[1].GetWeights()[0].ToArray<float>(), Is.All.EqualTo(1f));
        Assert.That(wide.Layers[0].GetWeights()[0].ToArray<float>(), Is.EqualTo(model.Layers[0].GetWeights()[0].ToArray<float>()));
    }

    [Test]
    public void LayersWithLayersInside()
    {
        var model = new Sequential([Keras.Input((4, 3)), new KerasNet.Layers.Bidirectional(new KerasNet.Layers.LSTM(2)), new KerasNet.Layers.Dense(1)]);
        string path = Path.Combine(_folder, "r.weights.h5"), again = Path.Combine(_folder, "s.weights.h5");
        model.SaveWeights(path);
        var editor = new KerasFileEditor(path, _lines.Add);
        Assert.That(editor.Compare(model).Status, Is.EqualTo("success"));
        editor.Save(again);
        var weights = model.GetWeights().Select(w => w.ToArray<float>()).ToArray();
        model.SetWeights([.. model.Weights.Select(w => Ops.Zeros(w.Shape))]);
        model.LoadWeights(again);
        Assert.That(model.GetWeights().Select(w => w.ToArray<float>()), Is.EqualTo(weights));
    }

    [Test]
    public void MistakesAreTold()
    {
        string[] messages = [.. _golden.GetProperty("messages").EnumerateArray().Select(m => m.GetString()!)];
        Assert.That(() => new KerasFileEditor("x.h5"), Throws.ArgumentException.With.Message.StartsWith(messages[0]));
        var path = Path.Combine(_folder, "w.weights.h5");
        Small().SaveWeights(path);
        var editor = new KerasFileEditor(path, _ => { });
        editor.AddWeights("layers/dense", new Dictionary<string, Tensor> { ["2"] = Ops.Ones((2, 2)) });
        Action[] mistakes = [() => editor.Save("x.h5"), () => editor.RenameObject("layers/a", "b"), () => editor.RenameObject("layers/dense", "b/c"), () => editor.DeleteWeight("layers/dense", "7"), () => editor.AddObject("a/b", new Dictionary<string, Tensor>())];
        foreach (var (mistake, message) in mistakes.Zip(messages.Skip(1)))
        {
            Assert.That(() => mistake(), Throws.ArgumentException.With.Message.StartsWith(message));
        }

        Assert.That(() => editor.DeleteObject("none"), Throws.ArgumentException.With.Message.StartsWith("Source name 'none' does not appear in the model."));
        Assert.That(() => editor.DeleteObject("0"), Throws.ArgumentException.With.Message.Contains("occurs more than once"));
        Assert.That(() => editor.AddWeights("layers/dense/0", new Dictionary<string, Tensor>()), Throws.ArgumentException.With.Message.Contains("is a weight"));
        Assert.That(() => new KerasFileEditor(Path.Combine(_folder, "none.weights.h5")), Throws.InstanceOf<FileNotFoundException>());
    }

    private static Sequential Small(int units = 2, bool extra = false)
    {
        Keras.ClearSession();
        return new Sequential([Keras.Input(3), new KerasNet.Layers.Dense(4), new KerasNet.Layers.Dense(units), .. extra ? new KerasNet.Layers.Layer[] { new KerasNet.Layers.BatchNormalization() } : []]);
    }

    private void Printed(string name, int skip = 0)
    {
        var golden = _golden.GetProperty(name);
        Assert.That(_lines.Skip(skip), Is.EqualTo((golden.ValueKind == JsonValueKind.Array ? golden : golden.GetProperty("lines")).EnumerateArray().Select(l => l.GetString())));
        _lines.Clear();
    }

    private void Compared(string name, (string Status, int ErrorCount, int MatchCount) result)
    {
        Printed(name);
        var golden = _golden.GetProperty(name).GetProperty("result");
        Assert.That(result, Is.EqualTo((golden.GetProperty("status").GetString(), golden.GetProperty("error_count").GetInt32(), golden.GetProperty("match_count").GetInt32())));
    }
}
