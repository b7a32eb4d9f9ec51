using KerasNet.Graphs;

namespace KerasNet.TensorFlow.Programs;

/// <summary>One run through a SavedModel's graph: on values its ops run at once, in a trace they become the trace's nodes.</summary>
/// <param name="program">The SavedModel.</param>
internal sealed class ProgramRun(Program program)
{
    private int _depth;
    private int _steps;
    private long _constants;

    /// <summary>The SavedModel.</summary>
    public Program Program => program;

    /// <summary>Runs what some outputs of the graph need.</summary>
    /// <param name="wanted">The outputs.</param>
    /// <param name="feeds">Values of nodes by name.</param>
    /// <param name="effects">Nodes that run in any case.</param>
    public object[] Graph(IReadOnlyList<ProgramPlace> wanted, IReadOnlyDictionary<string, object> feeds, IReadOnlyList<string> effects) => Run(program.Graph, wanted, feeds, effects);

    /// <summary>Calls a function.</summary>
    /// <exception cref="InvalidDataException">There is none of this name, its arguments do not fit, or calls go too deep.</exception>
    public object[] Call(string function, IReadOnlyList<object> arguments)
    {
        var body = program.Function(function);
        if (body.Arguments.Count != arguments.Count)
        {
            throw new InvalidDataException($"{body.Name} takes {body.Arguments.Count} arguments. Received: {arguments.Count}.");
        }

        if (++_depth > ProgramLimits.Depth)
        {
            throw new InvalidDataException($"{body.Name} is called {ProgramLimits.Depth} calls deep: functions that call themselves are not run.");
        }

        var given = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in body.Arguments.Zip(arguments))
        {
            given[name] = value;
        }

        var results = Run(body, body.Results, given, body.Effects);
        _depth--;
        return results;
    }

    private object[] Run(ProgramGraph graph, IReadOnlyList<ProgramPlace> wanted, IReadOnlyDictionary<string, object> given, IReadOnlyList<string> effects)
    {
        var values = new Dictionary<string, (string Op, object[] Outputs)>(StringComparer.Ordinal);
        object Value(ProgramPlace place)
        {
            if (given.TryGetValue(place.Node, out var argument))
            {
                return place.Index == 0 ? argument : throw new InvalidDataException($"{graph.Name}: '{place.Node}' is one value, not {place.Index + 1}.");
            }

            var (op, outputs) = values[place.Node];
            var index = OpTable.OutputOf(op, place);
            return index < outputs.Length ? outputs[index] : throw new InvalidDataException($"{graph.Name}: node '{place.Node}' ({op}) has no output {place.Output ?? string.Empty}:{place.Index}.");
        }

        foreach (var node in graph.Order(wanted.Select(w => w.Node).Concat(effects), given.ContainsKey))
        {
            if (++_steps > ProgramLimits.Steps)
            {
                throw new InvalidDataException($"It runs more than {ProgramLimits.Steps} ops.");
            }

            values[node.Name] = (node.Op, RunNode(graph, node, [.. node.Inputs.Select(Value)]));
        }

        return [.. wanted.Select(Value)];
    }

    private object[] RunNode(ProgramGraph graph, ProgramNode node, object[] inputs)
    {
        try
        {
            return OpTable.Handler(node.Op) is { } handler ? handler(this, node, inputs)
                : OpTable.Entry(node.Op) is { } entry ? Array.ConvertAll(RunOp(node, entry, inputs), object (t) => t)
                : throw new NotSupportedException($"{graph.Name}: node '{node.Name}' is a {node.Op}, which the managed backend does not run. Choose the tensorflow backend: KERASNET_BACKEND=tensorflow.");
        }
        catch (Exception e) when (e is not (NotSupportedException or OutOfMemoryException) && !e.Data.Contains(nameof(ProgramNode)))
        {
            // The innermost node is named, not every call around it.
            throw new InvalidDataException($"{graph.Name}: node '{node.Name}' ({node.Op}) cannot be run: {e.Message}", e) { Data = { [nameof(ProgramNode)] = true } };
        }
    }

    private Tensor[] RunOp(ProgramNode node, OpEntry entry, object[] inputs)
    {
        var tensors = Array.ConvertAll(inputs, Tensor);
        var attributes = entry.Attributes.Select(a => (a.Name, AttributeReader.Read(node, a))).ToArray();
        return Run(entry.Definition, tensors, attributes);
    }

    /// <summary>Runs or records an op, when what it gives is not too large.</summary>
    public Tensor[] Run(OpDefinition definition, Tensor[] inputs, params (string Name, object Value)[] attributes)
    {
        OpTypes.Check(definition, inputs, attributes);
        var computed = Array.TrueForAll(inputs, i => i.IsConcrete);
        foreach (var spec in definition.Infer(new Node(definition, inputs, attributes)))
        {
            ProgramLimits.CheckElements(spec.Shape);
            if (computed && spec.Shape.IsFullyDefined && (_constants += spec.Shape.Size) > ProgramLimits.Constants)
            {
                throw new InvalidDataException($"its constants have more than {ProgramLimits.Constants} elements.");
            }
        }

        return definition.Call(inputs, attributes);
    }

    /// <summary>A value that must be a tensor.</summary>
    public static Tensor Tensor(object value) => value as Tensor ?? throw new InvalidDataException($"a tensor is expected, not a {(value is TensorList ? "list" : "variable")}.");

    /// <summary>A value that must be a variable.</summary>
    public static ProgramVariable Variable(object value) => value as ProgramVariable ?? throw new InvalidDataException("a variable is expected.");

    /// <summary>A value that must be a list of tensors.</summary>
    public static TensorList List(object value) => value as TensorList ?? throw new InvalidDataException("a list of tensors is expected.");

    /// <summary>A number that must be known while the program is read.</summary>
    public static int Number(object value) => Tensor(value) is { IsConcrete: true, Shape.Size: 1 } known ? checked((int)known.ToDouble())
        : throw new NotSupportedException("The managed backend needs sizes that are known before the program runs. Choose the tensorflow backend.");
}
