using KerasNet.Graphs;

namespace KerasNet.Backends.Managed;

/// <summary>Runs everything in .NET: no native library is loaded.</summary>
internal sealed class ManagedBackend : IBackend
{
    public static readonly ManagedBackend Instance = new();

    public string Name => "managed";

    public IReadOnlyList<string> Devices => ["cpu:0"];

    public string Description => "managed " + typeof(ManagedBackend).Assembly.GetName().Version!.ToString(3);

    public IExecutable Compile(Graph graph, IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> outputs, IReadOnlyList<Node> updates) =>
        new ManagedExecutable(graph, inputs, outputs, updates);

    public void Execute(Node call, ReadOnlySpan<Tensor> inputs, Span<Tensor> outputs) => Run(call, inputs, outputs);

    public static void Run(Node call, ReadOnlySpan<Tensor> inputs, Span<Tensor> outputs)
    {
        if (call.Outputs.Length == 0)
        {
            var specs = call.Definition.Infer(call);
            call.Outputs = [.. specs.Select((s, i) => new Tensor(call, i, s.DType, s.Shape))];
        }

        call.Definition.Run(new Kernel(call, inputs, outputs, null));
    }
}
