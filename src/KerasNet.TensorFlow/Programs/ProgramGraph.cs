using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.Programs;

/// <summary>The graph of a SavedModel or one of its functions: nodes by name, and in which order they run.</summary>
internal sealed class ProgramGraph
{
    private readonly Dictionary<string, ProgramNode> _nodes = new(StringComparer.Ordinal);

    private ProgramGraph(string name, IEnumerable<NodeDef> nodes)
    {
        Name = name;
        foreach (var node in nodes)
        {
            if (!_nodes.TryAdd(node.Name, ProgramNode.Of(node)))
            {
                throw new InvalidDataException($"{Name} has two nodes '{node.Name}'.");
            }
        }
    }

    /// <summary>How messages call it.</summary>
    public string Name { get; }

    /// <summary>Names of a function's arguments.</summary>
    public IReadOnlyList<string> Arguments { get; private init; } = [];

    /// <summary>A function's results.</summary>
    public IReadOnlyList<ProgramPlace> Results { get; private init; } = [];

    /// <summary>A function's nodes that run though no result needs them.</summary>
    public IReadOnlyList<string> Effects { get; private init; } = [];

    public IEnumerable<ProgramNode> Nodes => _nodes.Values;

    /// <summary>The graph itself.</summary>
    public static ProgramGraph Of(GraphDef message) => new("The graph", message.Node);

    /// <summary>A function.</summary>
    public static ProgramGraph Of(FunctionDef message)
    {
        var signature = message.Signature ?? throw new InvalidDataException("A function has no signature.");
        ProgramPlace Result(OpDef.Types.ArgDef output) => message.Ret.TryGetValue(output.Name, out var place) ? ProgramPlace.Of(place)
            : throw new InvalidDataException($"Function '{signature.Name}' does not say where its result '{output.Name}' comes from.");
        return new ProgramGraph($"Function '{signature.Name}'", message.NodeDef)
        {
            Arguments = [.. signature.InputArg.Select(a => a.Name)],
            Results = [.. signature.OutputArg.Select(Result)],
            Effects = [.. message.ControlRet.Values],
        };
    }

    /// <summary>The nodes that some need, those and others, each after what it depends on.</summary>
    /// <param name="wanted">Names of nodes.</param>
    /// <param name="given">Whether a name stands for a value that is there: an argument or a feed.</param>
    /// <exception cref="InvalidDataException">A node is missing, or depends on itself.</exception>
    public IReadOnlyList<ProgramNode> Order(IEnumerable<string> wanted, Func<string, bool> given)
    {
        // A node is on the stack twice: to look at what it needs, then to take its place. Deep graphs are no deep recursion.
        var (order, state, stack) = (new List<ProgramNode>(), new Dictionary<string, bool>(StringComparer.Ordinal), new Stack<(string Name, bool IsDone)>());
        foreach (var start in wanted)
        {
            stack.Push((start, false));
            while (stack.TryPop(out var top))
            {
                if (top.IsDone)
                {
                    state[top.Name] = true;
                    order.Add(_nodes[top.Name]);
                    continue;
                }

                if (given(top.Name) || state.TryGetValue(top.Name, out var done) && done)
                {
                    continue;
                }

                if (!_nodes.TryGetValue(top.Name, out var node))
                {
                    throw new InvalidDataException($"{Name} has no node '{top.Name}'.");
                }

                if (!state.TryAdd(top.Name, false))
                {
                    throw new InvalidDataException($"{Name}: node '{top.Name}' depends on itself.");
                }

                stack.Push((top.Name, true));
                foreach (var before in node.Controls.Concat(node.Inputs.Select(i => i.Node)).Reverse())
                {
                    if (!given(before) && !(state.TryGetValue(before, out var ready) && ready))
                    {
                        stack.Push((before, false));
                    }
                }
            }
        }

        return order;
    }
}
