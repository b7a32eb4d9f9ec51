using System.Text.Json;
using KerasNet.Conformance.Records;
using KerasNet.Optimizers;

namespace KerasNet.Conformance.Replays;

/// <summary>Optimizers: the steps of one object, in order.</summary>
internal sealed class OptimizerReplay : IReplay
{
    private readonly Dictionary<(string Test, long Object), State> _states = [];

    public void Replay(JsonElement record)
    {
        var key = (record.GetProperty("test").GetString()!, record.GetProperty("obj").GetInt64());
        Tensor?[] before = [.. record.GetProperty("before").EnumerateArray().Select(RecordedValue.Array)];
        Tensor?[] after = [.. record.GetProperty("after").EnumerateArray().Select(RecordedValue.Array)];
        Tensor?[] gradients = [.. record.GetProperty("grads").EnumerateArray().Select(RecordedValue.Array)];
        var iterations = record.GetProperty("iterations_after").GetDouble();
        var config = record.GetProperty("config");

        // Python gives the address of a dead object to the next: one that counts from the beginning again is another.
        if (!_states.TryGetValue(key, out var state) || iterations < state.Iterations || !state.Holds(before))
        {
            _states[key] = state = new State(RecordedObject.Create<Optimizer>(config), [.. before.Select((v, i) => new KerasVariable(v!, $"variable_{i}"))]);
        }

        state.Iterations = iterations;
        foreach (var (variable, value) in state.Variables.Zip(before))
        {
            variable.Assign(value!);
        }

        state.Optimizer.Apply(gradients, state.Variables);
        foreach (var (variable, value) in state.Variables.Zip(after))
        {
            Comparison.Same(value!, variable.Value, variable.Name);
        }

        var made = Math.Floor(state.Optimizer.Iterations.Value.ToDouble() / (state.Optimizer.GradientAccumulationSteps ?? 1));
        Comparison.Same(iterations, made, "iterations");
    }

    private sealed class State(Optimizer optimizer, KerasVariable[] variables)
    {
        public Optimizer Optimizer { get; } = optimizer;

        public KerasVariable[] Variables { get; } = variables;

        public double Iterations { get; set; }

        public bool Holds(Tensor?[] values) => values.Length == Variables.Length && Variables.Zip(values).All(p => p.First.Shape == p.Second!.Shape && p.First.DType == p.Second.DType);
    }
}
