using System.Text.Json;
using KerasNet.Conformance.Calls;
using KerasNet.Conformance.Records;
using KerasNet.Metrics;

namespace KerasNet.Conformance.Replays;

/// <summary>Metrics: batches and results of one object, in order.</summary>
internal sealed class MetricReplay : IReplay
{
    private readonly Dictionary<(string Test, long Object, string Config), Metric> _metrics = [];

    public void Replay(JsonElement record)
    {
        var config = record.GetProperty("config");
        var key = (record.GetProperty("test").GetString()!, record.GetProperty("obj").GetInt64(), config.GetRawText());
        if (!_metrics.TryGetValue(key, out var metric))
        {
            _metrics[key] = metric = RecordedObject.Create<Metric>(config);
        }

        var method = record.GetProperty("method").GetString()!;
        Expectation.Check(record, () => Call(metric, method, new Arguments(record)), (want, got) => Compare(metric, method, want, got));
    }

    /// <summary>Where Keras's update gives something back, it is the state that it just wrote.</summary>
    private static void Compare(Metric metric, string method, object? expected, object? actual)
    {
        if (method == "update_state" && expected is Tensor state)
        {
            Comparison.Numbers(state, metric.Variables[0].Value, "state after the update", metric.DType);
            return;
        }

        Comparison.Same(expected, actual, "result");
    }

    private static Tensor? Call(Metric metric, string method, Arguments arguments)
    {
        switch (method, metric)
        {
            case ("result", _):
                return metric.Result();
            case ("reset_state", _):
                metric.ResetState();
                return null;
            case ("update_state", Mean mean):
                mean.UpdateState(arguments.Tensor(0, "values"), arguments.Optional(1, "sample_weight"));
                return null;
            case ("update_state", Sum sum):
                sum.UpdateState(arguments.Tensor(0, "values"), arguments.Optional(1, "sample_weight"));
                return null;
            case ("update_state", _):
                metric.UpdateState(arguments.Tensor(0, "y_true"), arguments.Tensor(1, "y_pred"), arguments.Optional(2, "sample_weight"));
                return null;
            case ("__call__", _):
                return metric.Apply(arguments.Tensor(0, "y_true"), arguments.Tensor(1, "y_pred"), arguments.Optional(2, "sample_weight"));
            default:
                throw new MissingException($"A metric has no method '{method}'.");
        }
    }
}
