using System.Text.Json;
using KerasNet.Internal;

namespace KerasNet.Tests.Internal;

public sealed class SummaryTableTests
{
    private static readonly SummaryRow[] s_rows =
    [
        new("dense", "Dense", "(None, 4)", "12", Trainable: true), new("dropout", "Dropout", "(None, 4)", "0"), new("dense_1", "Dense", "(None, 1)", "5", Trainable: false),
    ];

    [TestCaseSource(nameof(Names))]
    public void IsWhatKerasPrints(string name)
    {
        JsonElement golden = Golden.Json($"summary/{name}.json");
        JsonElement totals = golden.GetProperty("totals");
        JsonElement optimizer = totals.GetProperty("optimizer");
        string text = SummaryTable.Render(
            golden.GetProperty("model_name").GetString()!,
            [.. golden.GetProperty("rows").EnumerateArray().Select(Row)],
            new SummaryTotals(Size(totals.GetProperty("trainable")), Size(totals.GetProperty("non_trainable")), optimizer.ValueKind == JsonValueKind.Null ? null : Size(optimizer)),
            Options(golden));
        Assert.That(text, Is.EqualTo(Golden.Text($"summary/{name}.txt")));
    }

    [Test]
    public void ATableTooNarrowIsAnError() =>
        Assert.That(() => Render(new SummaryOptions(false, LineLength: 12)), Throws.ArgumentException.With.Message.Contains("column 'Param #' would be 3").And.Message.Contains("lineLength=12"));

    [Test]
    public void ARangeThatMatchesNothingIsAnError() =>
        Assert.That(() => Render(new SummaryOptions(false, LayerRange: ("conv", "dense"))), Throws.ArgumentException.With.Message.Contains("('conv', 'dense')").And.Message.Contains("dense, dropout, dense_1"));

    [Test]
    public void TooFewPositionsAreAnError() =>
        Assert.That(() => Render(new SummaryOptions(true, Positions: [0.5, 1])), Throws.ArgumentException.With.Message.Contains("each of 4 columns"));

    [TestCase(0, "0 (0.00 B)")]
    [TestCase(1023, "1,023 (1023.00 B)")]
    [TestCase(1024, "1,024 (1.00 KB)")]
    [TestCase(1152, "1,152 (1.12 KB)")]
    [TestCase(5_000_000_000, "5,000,000,000 (4.66 GB)")]
    public void SizesAreReadable(long bytes, string expected) => Assert.That(new ParameterSize(bytes, bytes).ToString(), Is.EqualTo(expected));

    [Test]
    public void ShapesAreWrittenAsInASummary()
    {
        TensorShape shape = (null, 3);
        Assert.That(SummaryShape.Of(shape), Is.EqualTo("(None, 3)"));
        Assert.That(SummaryShape.Of((TensorShape)5), Is.EqualTo("(5)"));
        Assert.That(SummaryShape.Of([shape, shape]), Is.EqualTo("[(None, 3), (None, 3)]"));
        Assert.That(SummaryShape.Of([KeyValuePair.Create("a", shape), KeyValuePair.Create("b", shape)]), Is.EqualTo("{a: (None, 3), b: (None, 3)}"));
    }

    private static string Render(SummaryOptions options) => SummaryTable.Render("m", s_rows, new SummaryTotals(default, default), options);

    private static IEnumerable<string> Names() =>
        Directory.GetFiles(Golden.PathOf("summary"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static SummaryOptions Options(JsonElement golden)
    {
        JsonElement options = golden.GetProperty("options");
        return new SummaryOptions(
            golden.GetProperty("graph").GetBoolean(),
            options.TryGetProperty("line_length", out JsonElement length) ? length.GetInt32() : null,
            options.TryGetProperty("positions", out JsonElement positions) ? [.. positions.EnumerateArray().Select(position => position.GetDouble())] : null,
            options.TryGetProperty("expand_nested", out JsonElement expand) && expand.GetBoolean(),
            options.TryGetProperty("show_trainable", out JsonElement trainable) && trainable.GetBoolean(),
            options.TryGetProperty("layer_range", out JsonElement range) ? (range[0].GetString()!, range[1].GetString()!) : null,
            golden.GetProperty("columns").GetInt32());
    }

    private static SummaryRow Row(JsonElement row) => new(
        row.GetProperty("name").GetString()!,
        row.GetProperty("class_name").GetString()!,
        row.GetProperty("output_shape").GetString()!,
        row.GetProperty("param_count").GetString()!,
        row.GetProperty("connected_to").GetString()!,
        row.GetProperty("trainable").ValueKind == JsonValueKind.Null ? null : row.GetProperty("trainable").GetBoolean(),
        row.GetProperty("nesting").GetInt32());

    private static ParameterSize Size(JsonElement pair) => new(pair[0].GetInt64(), pair[1].GetDouble());
}
