using KerasNet.Graphs;

namespace KerasNet.Backends;

/// <summary>Runs graphs and single ops. TensorFlow is the reference, the managed backend stands beside it.</summary>
internal interface IBackend
{
    /// <summary><c>tensorflow</c> or <c>managed</c>.</summary>
    string Name { get; }

    /// <summary>Name and version, as in <c>tensorflow 2.16.2</c>.</summary>
    string Description { get; }

    /// <summary>What it can compute on: <c>cpu:0</c>, <c>gpu:0</c>.</summary>
    IReadOnlyList<string> Devices { get; }

    /// <summary>Makes one runnable step of a graph: feeds, fetches, and the nodes that write variables.</summary>
    IExecutable Compile(Graph graph, IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> outputs, IReadOnlyList<Node> updates);

    /// <summary>Runs one op on values, at once.</summary>
    void Execute(Node call, ReadOnlySpan<Tensor> inputs, Span<Tensor> outputs);
}
