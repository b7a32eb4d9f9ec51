using System.Text.Json;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Losses;
using KerasNet.Metrics;
using KerasNet.Optimizers;
using KerasNet.Optimizers.Schedules;
using KerasNet.Regularizers;

namespace KerasNet.Tests.Catalog;

/// <summary>Replays what Keras 3.15.1 did while its own tests ran.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ConformanceTests(string backend)
{

    public static IEnumerable<TestCaseData> Sequences => new[] { "losses", "metrics", "optimizers", "schedules", "regularizers", "constraints", "initializers" }
        .SelectMany(kind => Records(kind).Select(r => Text(r, "class")).Distinct().Select(name => new TestCaseData(kind, name)));

    [TestCaseSource(nameof(Sequences))]
    public void DoesWhatKerasDid(string kind, string name)
    {
        using var scope = Keras.Scope(backend);
        var sequences = Records(kind).Where(r => Text(r, "class") == name).GroupBy(r => (Text(r, "test"), r.GetProperty("obj").GetInt64()));
        Assert.Multiple(() =>
        {
            foreach (var sequence in sequences)
            {
                Replay(kind, name, [.. sequence]);
            }
        });
    }

    private static void Replay(string kind, string name, JsonElement[] records)
    {
        var config = records[0].GetProperty("config").GetProperty("config");
        var what = $"{name} {Text(records[0], "test")}";
        switch (kind)
        {
            case "optimizers":
                Replay(name, Recorded.Create<Optimizer>(name, config), records, what);
                break;
            case "metrics":
                Replay(Recorded.Create<Metric>(name, config), records, what);
                break;
            default:
                foreach (var record in records)
                {
                    Tensor Call() => Result(kind, name, record.GetProperty("config").GetProperty("config"), record);
                    if (record.TryGetProperty("raises", out _))
                    {
                        Assert.That(Call, Throws.InstanceOf<ArgumentException>(), what);
                    }
                    else
                    {
                        Recorded.AreClose(Call(), record.GetProperty("result"), what);
                    }
                }

                break;
        }
    }

    private static Tensor Result(string kind, string name, JsonElement config, JsonElement record)
    {
        var first = record.GetProperty("args").GetArrayLength() > 0 && kind != "initializers" ? Recorded.Array(record.GetProperty("args")[0]) : null;
        switch (kind)
        {
            case "losses":
                var weight = record.GetProperty("kwargs").TryGetProperty("sample_weight", out var w) ? Recorded.Array(w) : null;
                return Recorded.Create<Loss>(name, config).Apply(first!, Recorded.Array(record.GetProperty("args")[1])!, weight);
            case "schedules":
                return Recorded.Create<LearningRateSchedule>(name, config).Call(first!);
            case "regularizers":
                return Recorded.Create<Regularizer>(name, config).Call(first!);
            case "constraints":
                return Recorded.Create<Constraint>(name, config).Call(first!);
            default:
                var result = record.GetProperty("result");
                var shape = new TensorShape([.. result.GetProperty("shape").EnumerateArray().Select(e => e.GetInt32())]);
                Initializer made = name == "Constant" ? new Constant(Values(config.GetProperty("value").GetProperty("config").GetProperty("value"))) : Recorded.Create<Initializer>(name, config);
                return made.Call(shape, DataTypes.Parse(Text(result, "__nd__")));
        }
    }

    private static Tensor Values(JsonElement list) => Recorded.Array(list)!;

    private static void Replay(Metric metric, JsonElement[] records, string what)
    {
        foreach (var record in records)
        {
            if (Text(record, "method") == "result")
            {
                Recorded.AreClose(metric.Result(), record.GetProperty("result"), what);
                continue;
            }

            Tensor?[] args = [.. record.GetProperty("args").EnumerateArray().Select(Recorded.Array)];
            var weight = record.GetProperty("kwargs").TryGetProperty("sample_weight", out var w) ? Recorded.Array(w) : null;
            switch (metric)
            {
                case Mean mean: mean.UpdateState(args[0]!, args.ElementAtOrDefault(1) ?? weight); break;
                case Sum sum: sum.UpdateState(args[0]!, args.ElementAtOrDefault(1) ?? weight); break;
                default: metric.UpdateState(args[0]!, args[1]!, args.ElementAtOrDefault(2) ?? weight); break;
            }
        }
    }

    private static void Replay(string name, Optimizer optimizer, JsonElement[] records, string what)
    {
        KerasVariable[] variables = [.. records[0].GetProperty("before").EnumerateArray().Select((v, i) => new KerasVariable(Recorded.Array(v)!, $"v{i}"))];
        foreach (var (record, step) in records.Select((r, i) => (r, i)))
        {
            foreach (var (variable, value) in variables.Zip(record.GetProperty("before").EnumerateArray()))
            {
                variable.Assign(Recorded.Array(value)!);
            }

            optimizer.Apply([.. record.GetProperty("grads").EnumerateArray().Select(Recorded.Array)], variables);
            foreach (var (variable, value) in variables.Zip(record.GetProperty("after").EnumerateArray()))
            {
                Recorded.AreClose(variable.Value, value, $"{what} {name} step {step}");
            }

            var updates = Math.Floor(optimizer.Iterations.Value.ToDouble() / (optimizer.GradientAccumulationSteps ?? 1));
            Assert.That(updates, Is.EqualTo(record.GetProperty("iterations_after").GetDouble()), what);
        }
    }

    private static IEnumerable<JsonElement> Records(string kind) =>
        File.ReadLines(Golden.PathOf($"catalog/conformance/{kind}.jsonl")).Select(line => JsonSerializer.Deserialize<JsonElement>(line.Replace("NaN", "\"NaN\"", StringComparison.Ordinal).Replace("-Infinity", "\"-inf\"", StringComparison.Ordinal)));

    private static string Text(JsonElement record, string key) => record.GetProperty(key).GetString()!;
}
