using KerasNet.Backends;
using KerasNet.Graphs;
using KerasNet.TensorFlow.Eager;
using KerasNet.TensorFlow.Sessions;

namespace KerasNet.TensorFlow;

/// <summary>Runs graphs in TensorFlow's sessions and single ops in its eager context.</summary>
internal sealed class TensorFlowBackend : IBackend
{
    private static readonly Lazy<IReadOnlyList<string>> _devices = new(() => [.. Native.SelfTest.Run().Devices.Select(d => d.Name[(d.Name.LastIndexOf("device:", StringComparison.Ordinal) + "device:".Length)..].ToLowerInvariant())]);

    private TensorFlowBackend()
    {
    }

    public string Name => "tensorflow";

    public IReadOnlyList<string> Devices => _devices.Value;

    public string Description => "tensorflow " + TensorFlowLibrary.Version;

    /// <summary>The backend, or null and one sentence that says why TensorFlow cannot run here.</summary>
    public static IBackend? TryCreate(out string? whyNot)
    {
        if (TensorFlowLibrary.TryLoad(out _))
        {
            whyNot = null;
            return new TensorFlowBackend();
        }

        whyNot = TensorFlowLibrary.LastSearch.Brief;
        return null;
    }

    public IExecutable Compile(Graph graph, IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> outputs, IReadOnlyList<Node> updates) =>
        new TensorFlowExecutable(graph, inputs, outputs, updates);

    public void Execute(Node call, ReadOnlySpan<Tensor> inputs, Span<Tensor> outputs) => EagerCall.Run(call, inputs, outputs);
}
