using KerasNet.Backends;
using KerasNet.Internal;

namespace KerasNet.Graphs;

/// <summary>A function of tensors with an executable for every signature that it was called with: data types, ranks, and sizes where they were always the same.</summary>
internal sealed class CompiledFunction(Func<Tensor[], Tensor[]> function, KerasState state) : IDisposable
{
    private readonly Lock _building = new();
    private Traced[] _traces = [];

    /// <summary>Runs the executable that fits.</summary>
    public Tensor[] Call(Tensor[] inputs) => Find(inputs).Run(inputs);

    /// <summary>The trace that fits; made where there is none.</summary>
    public Traced Find(Tensor[] inputs) => Array.Find(Volatile.Read(ref _traces), t => t.Accepts(inputs)) ?? Trace(inputs);

    public void Dispose()
    {
        foreach (var traced in _traces)
        {
            traced.Executable.Dispose();
        }

        _traces = [];
    }

    private Traced Trace(Tensor[] inputs)
    {
        lock (_building)
        {
            if (Array.Find(_traces, t => t.Accepts(inputs)) is { } made)
            {
                return made;
            }

            using var scope = Keras.Enter(state);
            var graph = new Graph();
            var shapes = Array.ConvertAll(inputs, i => i.Shape);
            foreach (var earlier in _traces.Where(t => t.IsLike(inputs)))
            {
                // What has had several sizes may have any.
                for (var i = 0; i < shapes.Length; i++)
                {
                    shapes[i] = new TensorShape([.. shapes[i].Dims.ToArray().Select((d, axis) => earlier.Inputs[i].Shape[axis] == d ? d : -1)]);
                }
            }

            using var unscoped = Scopes.Reset();
            Tensor[] placeholders = [.. inputs.Select((t, i) => graph.Placeholder(t.DType, shapes[i], $"x{i}"))];
            Tensor[] outputs;
            using (graph.Enter())
            {
                outputs = function(placeholders);
            }

            Node[] updates = [.. graph.Updates];
            var host = HostStage.Of(graph, placeholders, outputs, training: updates.Length > 0);
            var executable = Keras.Backend.Compile(graph, host?.Inputs ?? placeholders, outputs, updates);
            var traced = new Traced(placeholders, outputs, host, executable, updates.Length > 0 ? new Lock() : null);
            Volatile.Write(ref _traces, [traced, .. _traces]);
            return traced;
        }
    }

    /// <summary>One trace. Runs that write variables come one after the other.</summary>
    public sealed record Traced(Tensor[] Inputs, Tensor[] Outputs, HostStage? Host, IExecutable Executable, Lock? Exclusive)
    {
        public bool Accepts(Tensor[] inputs)
        {
            if (inputs.Length != Inputs.Length)
            {
                return false;
            }

            for (var i = 0; i < inputs.Length; i++)
            {
                if (inputs[i].DType != Inputs[i].DType || !inputs[i].Shape.IsCompatibleWith(Inputs[i].Shape))
                {
                    return false;
                }
            }

            return true;
        }

        public bool IsLike(Tensor[] inputs) => inputs.Length == Inputs.Length && inputs.Zip(Inputs).All(p => p.First.DType == p.Second.DType && p.First.Rank == p.Second.Rank);

        public Tensor[] Run(Tensor[] inputs)
        {
            var results = new Tensor?[Outputs.Length];
            if (Host is { } host)
            {
                var computed = new Tensor[host.Inputs.Count];
                host.Run(inputs, computed);
                inputs = computed;
            }

            if (Exclusive is null)
            {
                Executable.Run(inputs, results);
            }
            else
            {
                lock (Exclusive)
                {
                    Executable.Run(inputs, results);
                }
            }

            return results!;
        }
    }
}
