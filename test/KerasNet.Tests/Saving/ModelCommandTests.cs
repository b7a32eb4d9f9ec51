using System.CommandLine;
using KerasNet.Cli.Commands;
using KerasNet.Saving;
using KerasNet.TensorFlow.Checkpoints;

namespace KerasNet.Tests;

/// <summary><c>kerasnet</c> predicts, converts and verifies models of files.</summary>
[NonParallelizable]
public sealed class ModelCommandTests
{
    private string _folder = string.Empty;

    private static string Model => Golden.PathOf("saving/keras1.2.2-tf/mlp/model.h5");

    private static string Data => Golden.PathOf("saving/keras1.2.2-tf/mlp/io.npz");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("keras").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void WhatIsConvertedComputesTheSame()
    {
        foreach (var name in (string[])["new.keras", "new.h5"])
        {
            var file = Path.Combine(_folder, name);
            Assert.That(Run(ConvertCommand.Create(), Model, file), Is.Zero);
            Assert.That(Run(VerifyCommand.Create(), file, "--data", Data), Is.Zero, name);
        }

        Assert.That(Run(ConvertCommand.Create(), Model, Path.Combine(_folder, "exported")), Is.Zero);
        Assert.That(Run(ConvertCommand.Create(), Model, Path.Combine(_folder, "new.ckpt")), Is.Zero);
        var io = Npz.Load(Data);
        Assert.That(new Layers.TFSMLayer(Path.Combine(_folder, "exported")).Apply(io["x0"]).ToArray<float>(), Is.EqualTo(io["y0"].ToArray<float>()).Within(2e-4));
        Assert.That(Checkpoint.Read(Path.Combine(_folder, "new.ckpt")).Entries.Keys, Does.Contain("layer_with_weights-0/kernel/.ATTRIBUTES/VARIABLE_VALUE"));
        Assert.That(Run(ConvertCommand.Create(), Model, Path.Combine(_folder, "new.txt")), Is.EqualTo(2));
        Assert.That(Run(ConvertCommand.Create(), Path.Combine(_folder, "none.h5"), Path.Combine(_folder, "new.keras")), Is.EqualTo(2));
    }

    [Test]
    public void PredictionsAreWritten()
    {
        var output = Path.Combine(_folder, "y.npz");
        Assert.That(Run(PredictCommand.Create(), Model, "--input", Data, "--output", output), Is.Zero);
        Assert.That(Npz.Load(output)["y0"].ToArray<float>(), Is.EqualTo(Npz.Load(Data)["y0"].ToArray<float>()).Within(2e-4));
        Assert.That(Run(VerifyCommand.Create(), Model, "--data", Data, "--tolerance", "1e-12"), Is.EqualTo(1));
        Assert.That(Run(SummaryCommand.Create(), Model), Is.Zero);
    }

    [Test]
    public void AnExportedModelIsRun()
    {
        using var model = new ExportedModel("keras3/attention");
        var output = Path.Combine(_folder, "y.npz");
        Assert.That(Run(PredictCommand.Create(), model.SavedModel, "--input", model.Data, "--output", output), Is.Zero);
        Assert.That(Npz.Load(output)["y1"].ToArray<float>(), Is.EqualTo(Npz.Load(model.Data)["y1"].ToArray<float>()).Within(2e-5));
        Assert.That(Run(VerifyCommand.Create(), model.SavedModel, "--data", model.Data), Is.Zero);
    }

    private static int Run(Command command, params string[] args)
    {
        using var scope = Keras.Scope("managed");
        return new RootCommand { command }.Parse([command.Name, .. args]).Invoke();
    }
}
