using System.Text.Json;
using KerasNet.Metrics;

namespace KerasNet.Tests.Catalog;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class MetricTests(string backend)
{
    public static IEnumerable<string> Classes => Recorded.Cases("metrics.json").Select(c => c.GetProperty("class").GetString()!).Distinct();

    [TestCaseSource(nameof(Classes))]
    public void HasKerassNumbers(string name)
    {
        using var scope = Keras.Scope(backend);
        foreach (var (record, i) in Recorded.Cases("metrics.json").Select((r, i) => (r, i)).Where(p => p.r.GetProperty("class").GetString() == name))
        {
            var what = $"case {i} {name} {record.GetProperty("config")}";
            var metric = Recorded.Create<Metric>(name, record.GetProperty("config"));
            if (record.TryGetProperty("raises", out _))
            {
                Assert.That(() => Update(metric, Values(record.GetProperty("steps")[0])!), Throws.InstanceOf<ArgumentException>(), what);
                continue;
            }

            foreach (var step in record.GetProperty("steps").EnumerateArray())
            {
                Update(metric, Values(step)!);
                Recorded.AreClose(metric.Result(), step.GetProperty("result"), what);
            }

            SameVariables(metric, record.GetProperty("variables"), what);
            metric.ResetState();
            Func<Tensor?[], Tensor>? compiled = null;
            foreach (var step in record.GetProperty("steps").EnumerateArray().Where(s => Like(s, record.GetProperty("steps")[0])))
            {
                compiled ??= Traced.Compile(x => { Update(metric, x); return metric.Result(); }, Values(step));
                var result = compiled(Values(step));
                if (Like(record.GetProperty("steps")[1], record.GetProperty("steps")[0]))
                {
                    Recorded.AreClose(result, step.GetProperty("result"), what + " traced");
                }
            }
        }
    }

    [Test]
    public void ResolvesAccuracyByShapeAndKeepsTheTypedName()
    {
        using var scope = Keras.Scope(backend);
        var acc = Metric.Resolve("acc", [null], [null, 10]);
        Metric mae = "mae";
        Assert.Multiple(() =>
        {
            Assert.That(acc, Is.InstanceOf<SparseCategoricalAccuracy>());
            Assert.That(acc.Name, Is.EqualTo("acc"));
            Assert.That(Metric.Resolve("accuracy", [null, 1], [null, 1]), Is.InstanceOf<BinaryAccuracy>());
            Assert.That(Metric.Resolve("accuracy", [null, 3], [null, 3]), Is.InstanceOf<CategoricalAccuracy>());
            Assert.That(mae.Name, Is.EqualTo("mae"));
            Assert.That(mae, Is.InstanceOf<MeanAbsoluteError>());
        });
    }

    [Test]
    public void UnknownNameSuggestsTheNearest() =>
        Assert.That(() => (Metric)"meen_squared_error", Throws.ArgumentException.With.Message.Contains("'mean_squared_error'"));

    private static Tensor?[] Values(JsonElement step) =>
        [Recorded.Array(step.GetProperty("y_true")), Recorded.Array(step.GetProperty("y_pred")), Recorded.Array(step.GetProperty("sample_weight"))];

    private static bool Like(JsonElement a, JsonElement b) => Values(a).Zip(Values(b)).All(p => p.First?.Shape == p.Second?.Shape);

    private static void Update(Metric metric, Tensor[] values)
    {
        switch (metric)
        {
            case Mean mean: mean.UpdateState(values[0], values[2]); break;
            case Sum sum: sum.UpdateState(values[0], values[2]); break;
            default: metric.UpdateState(values[0], values[1], values[2]); break;
        }
    }

    private static void SameVariables(Metric metric, JsonElement recorded, string what)
    {
        Assert.That(metric.Variables.Select(v => v.Name), Is.EqualTo(recorded.EnumerateArray().Select(v => v.GetProperty("name").GetString())), what);
        foreach (var (variable, value) in metric.Variables.Zip(recorded.EnumerateArray().Select(v => v.GetProperty("value"))))
        {
            if (value.ValueKind != JsonValueKind.Null)
            {
                Recorded.AreClose(variable.Value, value, $"{what} {variable.Name}");
            }
        }
    }
}
