using KerasNet.Conformance.Commands;
using KerasNet.Conformance.Coverage;

namespace KerasNet.Tests.Conformance;

/// <summary>How much of Keras's public API there is: the figures may only grow.</summary>
public sealed class CoverageTests
{
    private const double LeastObjects = 0.98;
    private const double LeastParameters = 0.991;
    private static readonly Lazy<CoverageTable> _table = new(() => new CoverageTable(Inventory.Read(Golden.PathOf("keras-api.jsonl"))));

    [Test]
    public void TheFiguresDoNotFall()
    {
        var table = _table.Value;
        TestContext.Out.WriteLine(table.Summary);
        Assert.That(table.Objects, Is.EqualTo(980));
        Assert.That((double)table.Present / table.Objects, Is.GreaterThanOrEqualTo(LeastObjects));
        Assert.That((double)table.Parameters.Present / table.Parameters.All, Is.GreaterThanOrEqualTo(LeastParameters));
    }

    [TestCase("keras.layers.Dense", true, "units", true)]
    [TestCase("keras.layers.Dense", true, "unit", false)]
    [TestCase("keras.ops.stft", false, "sequence_length", true)]
    [TestCase("keras.activations.relu", false, "negative_slope", true)]
    [TestCase("keras.losses.circle", false, "ref_labels", true)]
    public void ParametersAreFound(string path, bool isClass, string parameter, bool exists)
    {
        var python = new PythonObject(path, isClass, [(parameter, null)], []);
        Assert.That(Counterpart.Of(python)!.Missing(python), exists ? Is.Empty : Is.EqualTo([parameter]));
    }

    [TestCase("keras.layers.NoSuchLayer", true)]
    [TestCase("keras.layers.Hinge", true)]
    [TestCase("keras.ops.no_such_function", false)]
    public void WhatIsNotThereIsNotFound(string path, bool isClass) => Assert.That(Counterpart.Of(new PythonObject(path, isClass, [], [])), Is.Null);

    [Test]
    public void TheCommandPrintsTheFigure()
    {
        using var output = new StringWriter();
        Assert.That(CoverageCommand.Run([Golden.PathOf("keras-api.jsonl")], output, TextWriter.Null), Is.Zero);
        Assert.That(output.ToString(), Does.Contain(_table.Value.Summary));
        Assert.That(CoverageCommand.Run(["no such file"], TextWriter.Null, TextWriter.Null), Is.EqualTo(2));
    }
}
