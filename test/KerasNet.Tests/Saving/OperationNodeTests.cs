using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.Tests;

/// <summary>A model of some 300 operation nodes, every kind that Keras 3 can put into a file, written by Keras: tuples, lists, constants, slices among the arguments.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class OperationNodeTests(string backend)
{
    private static readonly string _folder = Path.GetDirectoryName(Golden.PathOf("saving/keras3.15.1-tf/operations/model.keras"))!;

    [Test]
    public void KerassOperationsAreRead() => InScope(() => Check(Load()));

    [Test]
    public void WhatWasReadIsWrittenAsItWas() => InScope(() => Check(Keras.ModelFromJson(Load().ToJson())));

    /// <summary>Each operation called anew on symbolic tensors, as a program calls it: our own nodes must come back from a file too.</summary>
    [Test]
    public void OwnOperationsAreWrittenAndRead() => InScope(() =>
    {
        var read = Load();
        var inputs = new Tensors(read.Inputs.Select(i => Keras.Input(i.Shape[1..], dtype: i.DType)));
        var own = new Model(inputs, read.Graph!.Replay(inputs, "own", (call, given, map) => call.Operation is FunctionOperation f ? f.Compute(given) : call.Operation.Replay(call, given, map)));
        Assert.That(own.Graph!.Operations.OfType<FunctionOperation>().Count(o => o.Saved is null), Is.GreaterThan(250));
        Check(own);
        Check(Keras.ModelFromJson(own.ToJson()));
    });

    private static Model Load() => Keras.LoadModel(Path.Combine(_folder, "model.keras"));

    private static void Check(Model model)
    {
        var arrays = TensorArchive.Read(Path.Combine(_folder, "io.npz"));
        var predicted = model.Predict(Enumerable.Range(0, 6).Select(i => arrays[$"x{i}"]).ToArray(), verbose: 0);
        Assert.That(predicted.Count, Is.EqualTo(arrays.Keys.Count(k => k[0] == 'y')));
        using var all = Assert.EnterMultipleScope();
        for (var i = 0; i < predicted.Count; i++)
        {
            var (ours, kerass) = (predicted.Tensors[i], arrays[$"y{i}"]);
            Assert.That(ours.Shape, Is.EqualTo(kerass.Shape), $"output {i}");
            Assert.That(Ops.Cast(ours, DataType.Float64).ToArray<double>(), Is.EqualTo(Ops.Cast(kerass, DataType.Float64).ToArray<double>()).Within(2e-4), $"output {i} of {model.Outputs[i].Name}");
        }
    }

    private void InScope(Action test)
    {
        using var scope = Keras.Scope(backend);
        test();
    }
}
