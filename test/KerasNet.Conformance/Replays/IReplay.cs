using System.Text.Json;

namespace KerasNet.Conformance.Replays;

/// <summary>Does what a record says Keras did, and compares. One object serves one file: later records may go on from earlier ones.</summary>
internal interface IReplay
{
    private static readonly Dictionary<string, Func<IReplay>> _kinds = new(StringComparer.Ordinal)
    {
        ["activations"] = () => new FunctionReplay(Calls.FunctionCatalog.Activations),
        ["constraints"] = () => new ObjectReplay<Constraints.Constraint>((c, a) => c.Call(a.Tensor(0, "w"))),
        ["initializers"] = () => new InitializerReplay(),
        ["layers"] = () => new LayerReplay(),
        ["loss_functions"] = () => new FunctionReplay(Calls.FunctionCatalog.Losses),
        ["losses"] = () => new ObjectReplay<Losses.Loss>((l, a) => l.Apply(a.Tensor(0, "y_true"), a.Tensor(1, "y_pred"), a.Optional(2, "sample_weight"))),
        ["metrics"] = () => new MetricReplay(),
        ["ops"] = () => new FunctionReplay(Calls.FunctionCatalog.Ops),
        ["optimizers"] = () => new OptimizerReplay(),
        ["regularizers"] = () => new ObjectReplay<Regularizers.Regularizer>((r, a) => r.Call(a.Tensor(0, "x"))),
        ["schedules"] = () => new ScheduleReplay(),
    };

    /// <summary>Names of files.</summary>
    static IEnumerable<string> Kinds => _kinds.Keys;

    /// <exception cref="Records.MismatchException">The result is not Keras's.</exception>
    /// <exception cref="Records.SkipException">The record needs something of Python.</exception>
    void Replay(JsonElement record);

    /// <summary>The replay for a file's name without its ending, or null. The longest known beginning counts: <c>ops_part2</c> holds ops.</summary>
    static IReplay? For(string name) =>
        _kinds.Where(k => name.StartsWith(k.Key, StringComparison.Ordinal)).OrderBy(k => k.Key.Length).LastOrDefault().Value?.Invoke();
}
