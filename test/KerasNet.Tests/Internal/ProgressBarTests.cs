using System.Globalization;
using System.Text.Json;
using KerasNet.Internal;

namespace KerasNet.Tests.Internal;

public sealed class ProgressBarTests
{
    [TestCaseSource(nameof(Cases))]
    public void WritesWhatKerasWrites(JsonElement golden)
    {
        var clock = new StoppedClock();
        using var output = new StringWriter();
        HashSet<string>? stateful = Names(golden.GetProperty("stateful"));
        HashSet<string>? stateless = Names(golden.GetProperty("stateless"));
        Func<string, bool> isAveraged = stateless is null ? name => stateful?.Contains(name) != true : stateless.Contains;
        var style = new ProgressStyle(golden.GetProperty("width").GetInt32(), golden.GetProperty("interval").GetDouble(), golden.GetProperty("unit").GetString()!);
        var bar = new ProgressBar(Integer(golden.GetProperty("target")), golden.GetProperty("verbose").GetInt32(), output,
                                  golden.GetProperty("dynamic").GetBoolean(), clock, new ProgressMetrics(isAveraged), style);
        foreach (JsonElement update in golden.GetProperty("updates").EnumerateArray())
        {
            clock.Ticks = update.GetProperty("ticks").GetInt64();
            if (update.TryGetProperty("target", out JsonElement target))
            {
                bar.Target = Integer(target);
            }

            bar.Update(update.GetProperty("current").GetInt32(), Values(update.GetProperty("values")), Boolean(update.GetProperty("finalize")));
        }

        Assert.That(Visible(output.ToString()), Is.EqualTo(Visible(golden.GetProperty("output").GetString()!)));
    }

    [Test]
    public void AnUpdateThatIsNotShownAllocatesNothing()
    {
        var clock = new StoppedClock();
        var bar = new ProgressBar(1_000_000, 1, TextWriter.Null, isTerminal: true, clock);
        var logs = new Dictionary<string, double>(StringComparer.Ordinal) { ["accuracy"] = 0.5, ["loss"] = 1 };
        bar.Update(1, logs);
        bar.Update(2, logs);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 3; i < 10_000; i++)
        {
            bar.Update(i, logs);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void IsDueAfterTheInterval()
    {
        var clock = new StoppedClock();
        var bar = new ProgressBar(10, 1, TextWriter.Null, isTerminal: true, clock);
        Assert.That(bar.IsDue, Is.True);
        bar.Update(1);
        Assert.That(bar.IsDue, Is.False);
        clock.Ticks = 600_000;
        Assert.That(bar.IsDue, Is.True);
    }

    [Test]
    public void MarksAreAsciiWhereTheEncodingHasNoBar() =>
        Assert.That((ProgressStyle.MarkFor(System.Text.Encoding.ASCII), ProgressStyle.MarkFor(System.Text.Encoding.UTF8)), Is.EqualTo(('=', '━')));

    [Test]
    public void MetricsAreOrderedAsInKeras() =>
        Assert.That(new[] { "val_loss", "loss", "Auc", "val_acc", "acc" }.Order(MetricOrder.Instance), Is.EqualTo(new[] { "Auc", "acc", "loss", "val_acc", "val_loss" }));

    private static IEnumerable<TestCaseData> Cases() =>
        Golden.Json("console/progress.json").GetProperty("cases").EnumerateArray()
              .Select(golden => new TestCaseData(golden).SetArgDisplayNames(golden.GetProperty("name").GetString()!));

    private static string Visible(string text) => text.Replace("\b", "<", StringComparison.Ordinal).Replace("\r", "^", StringComparison.Ordinal);

    private static int? Integer(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetInt32();

    private static bool? Boolean(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetBoolean();

    private static HashSet<string>? Names(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? null : [.. value.EnumerateArray().Select(name => name.GetString()!)];

    private static KeyValuePair<string, double>[] Values(JsonElement values) =>
        [.. values.EnumerateArray().Select(pair => KeyValuePair.Create(pair[0].GetString()!, Number(pair[1])))];

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : value.GetString() switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        var text => double.Parse(text!, CultureInfo.InvariantCulture),
    };

    private sealed class StoppedClock : TimeProvider
    {
        public long Ticks { get; set; }

        public override long TimestampFrequency => 10_000_000;

        public override long GetTimestamp() => Ticks;
    }
}
