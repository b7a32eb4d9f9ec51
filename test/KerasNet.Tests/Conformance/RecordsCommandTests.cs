using System.Text.Json.Nodes;
using KerasNet.Conformance.Commands;
using KerasNet.Conformance.Records;

namespace KerasNet.Tests.Conformance;

/// <summary>The runner over recorded cases fails where it must: every number of a record counts.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class RecordsCommandTests(string backend)
{
    private string _folder = string.Empty;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("records").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void RecordsOfKerasPass()
    {
        foreach (var file in Samples().GroupBy(s => s.File))
        {
            Write(file.Key, file.Select(s => s.Line));
        }

        var (code, text) = Run();
        Assert.That(text, Does.EndWith($"{Samples().Count()} passed, 0 failed, 0 skipped\n"));
        Assert.That(code, Is.Zero);
    }

    /// <summary>What each kind of record expects, with one number of it changed.</summary>
    public static IEnumerable<TestCaseData> Changes
    {
        get
        {
            (string File, string[] Path)[] changes =
            [
                ("activations", ["result", "data", "1"]), ("constraints", ["result", "data", "0"]), ("initializers", ["result", "data", "2"]), ("losses", ["result", "data", "0"]),
                ("loss_functions", ["result", "data", "1"]), ("metrics", ["result", "data", "0"]), ("ops", ["result", "data", "1"]), ("ops_symbolic", ["result", "__kt__", "1"]),
                ("optimizers", ["after", "0", "data", "3"]), ("optimizers", ["iterations_after"]), ("regularizers", ["result", "data", "0"]), ("schedules", ["result", "data", "0"]),
                ("layers", ["fixture", "output", "data", "2"]), ("layers", ["fixture", "weights", "0", "value", "data", "0"]), ("layers", ["fixture", "weights", "0", "shape", "0"]),
                ("layers", ["expected_num_trainable_weights"]), ("layers", ["expected_num_losses"]), ("layers", ["expected_output_shape", "__tuple__", "1"]), ("ops_shape", ["result", "__tuple__", "1"]),
            ];
            return changes.Select(c => new TestCaseData(c.File, c.Path).SetArgDisplayNames(c.File, string.Join('.', c.Path)));
        }
    }

    [TestCaseSource(nameof(Changes))]
    public void AChangedNumberIsReported(string file, string[] path)
    {
        string[] lines = [.. Samples().Where(s => s.File == file).Select(s => s.Line)];
        var record = JsonNode.Parse(lines[^1])!;
        var place = path[..^1].Aggregate(record, Step);
        var number = Step(place, path[^1]).GetValue<double>() + 1;
        if (place is JsonArray array)
        {
            array[int.Parse(path[^1], System.Globalization.CultureInfo.InvariantCulture)] = number;
        }
        else
        {
            place[path[^1]] = number;
        }

        Write(file, [.. lines[..^1], record.ToJsonString()]);
        var (code, text) = Run();
        Assert.That(text, Does.Contain("FAILED").And.Contain("expected: ").And.Contain("received: ").And.EndWith($"{lines.Length - 1} passed, 1 failed, 0 skipped\n"));
        Assert.That(code, Is.EqualTo(1));
    }

    [TestCase("ops", """{"test":"t","name":"numpy.no_such_function","args":[],"kwargs":{},"result":null}""", "There is no function 'numpy.no_such_function'")]
    [TestCase("ops", """{"test":"t","name":"numpy.no_such_function","args":[],"kwargs":{},"raises":"ValueError","message":""}""", "There is no function 'numpy.no_such_function'")]
    [TestCase("layers", """{"test":"t","class":"NoSuchLayer","config":{"class_name":"NoSuchLayer","config":{}},"fixture":{"input":null,"weights":[],"output":null}}""", "NoSuchLayer")]
    [TestCase("ops", """{"test":"t","name":"numpy.add","args":[1,2],"kwargs":{},"raises":"ValueError","message":"never"}""", "no error")]
    [TestCase("ops", """{"test":"t","name":""", "JsonReaderException")]
    [TestCase("novelties", """{"test":"t"}""", "Known names")]
    public void WhatIsMissingFails(string file, string line, string message)
    {
        Write(file, [line]);
        var (code, text) = Run();
        Assert.That(text, Does.Contain(message).And.EndWith("0 passed, 1 failed, 0 skipped\n"));
        Assert.That(code, Is.EqualTo(1));
    }

    [Test]
    public void WhatPythonWroteIsSkippedWithItsReason()
    {
        Write("ops", ["""{"test":"t","name":"core.map","skipped":"callable f"}"""]);
        var (code, text) = Run();
        Assert.That(text, Does.Contain("skipped: core.map").And.Contain("callable f").And.EndWith("0 passed, 0 failed, 1 skipped\n"));
        Assert.That(code, Is.Zero);
    }

    [Test]
    public void AFolderThatIsNotThereIsAnError() => Assert.That(RecordsCommand.Run([_folder + "x"], TextWriter.Null, TextWriter.Null), Is.EqualTo(2));

    [Test]
    public void BareNumbersOfPythonAreRead() =>
        Assert.That(RecordedValue.Read(RecordText.Parse("""[NaN, -Infinity, "NaN, \"Infinity"]""")), Is.EqualTo(new object[] { double.NaN, double.NegativeInfinity, "NaN, \"Infinity" }));

    private static JsonNode Step(JsonNode node, string key) => node is JsonArray array ? array[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]! : node[key]!;

    /// <summary>One record of each kind.</summary>
    private static IEnumerable<(string File, string Line)> Samples() => File.ReadLines(Golden.PathOf("catalog/record_samples.jsonl"))
        .Select(line => (File: JsonNode.Parse(line)!["file"]!.GetValue<string>(), Line: line));

    private void Write(string file, IEnumerable<string> lines) => File.WriteAllLines(Path.Combine(_folder, file + ".jsonl"), lines);

    private (int Code, string Text) Run()
    {
        using var output = new StringWriter { NewLine = "\n" };
        return (RecordsCommand.Run([_folder, "--backend", backend], output, TextWriter.Null), output.ToString());
    }
}
