using Google.Protobuf;
using KerasNet.TensorFlow.Checkpoints;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.Programs;

/// <summary>A SavedModel that this library's own ops run, without TensorFlow's: its graph, functions and variables.</summary>
internal sealed class Program
{
    private const int LongestFile = 1 << 30;
    private readonly Dictionary<string, FunctionDef> _messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProgramGraph> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProgramVariable> _variables = new(StringComparer.Ordinal);

    private Program(MetaGraphDef meta, Checkpoint? files)
    {
        var graph = GraphDef.Parser.WithDiscardUnknownFields(true).ParseFrom(meta.GraphDef);
        (Signatures, Graph, Files) = (meta.SignatureDef.ToDictionary(StringComparer.Ordinal), ProgramGraph.Of(graph), files);
        foreach (var function in graph.Library?.Function ?? [])
        {
            if (!_messages.TryAdd(function.Signature?.Name ?? string.Empty, function))
            {
                throw new InvalidDataException($"It has two functions '{function.Signature?.Name}'.");
            }
        }
    }

    /// <summary>What is called, by name.</summary>
    public IReadOnlyDictionary<string, SignatureDef> Signatures { get; }

    /// <summary>The graph that calls the functions.</summary>
    public ProgramGraph Graph { get; }

    /// <summary>The files of variables; null where there are none.</summary>
    public Checkpoint? Files { get; }

    /// <summary>Reads a SavedModel and fills its variables.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="tag">Which of its graphs.</param>
    /// <exception cref="InvalidDataException">It is damaged, or has no such graph.</exception>
    /// <exception cref="NotSupportedException">Its variables are filled by ops that the managed backend does not have.</exception>
    public static Program Load(string folder, string tag)
    {
        try
        {
            var file = new FileInfo(Path.Combine(folder, "saved_model.pb"));
            if (file.Length > LongestFile)
            {
                throw new InvalidDataException($"Its saved_model.pb has {file.Length} bytes, at most {LongestFile} are read.");
            }

            var saved = SavedModelProto.Parser.WithDiscardUnknownFields(true).ParseFrom(File.ReadAllBytes(file.FullName));
            var meta = saved.MetaGraphs.FirstOrDefault(m => m.MetaInfoDef?.Tags.Contains(tag) == true)
                ?? throw new InvalidDataException($"It has no graph with the tag '{tag}'. It has: {string.Join(", ", saved.MetaGraphs.SelectMany(m => m.MetaInfoDef?.Tags ?? []))}.");
            var variables = Path.Combine(folder, "variables", "variables");
            var program = new Program(meta, File.Exists(variables + ".index") ? Checkpoint.Read(variables) : null);
            program.Restore(meta.SaverDef);
            return program;
        }
        catch (Exception e) when (e is InvalidDataException or InvalidProtocolBufferException)
        {
            throw new InvalidDataException($"The SavedModel '{folder}' cannot be loaded: {e.Message}", e);
        }
    }

    /// <summary>A function.</summary>
    /// <exception cref="InvalidDataException">There is none of this name.</exception>
    public ProgramGraph Function(string name)
    {
        if (!_functions.TryGetValue(name, out var function))
        {
            _functions[name] = function = _messages.TryGetValue(name, out var message) ? ProgramGraph.Of(message) : throw new InvalidDataException($"there is no function '{name}'.");
        }

        return function;
    }

    /// <summary>The variable of a node.</summary>
    public ProgramVariable Variable(ProgramNode node)
    {
        var shared = (string)AttributeReader.Read(node, new OpAttribute("shared_name", string.Empty));
        var name = shared.Length > 0 ? shared : node.Name;
        if (!_variables.TryGetValue(name, out var variable))
        {
            _variables[name] = variable = new ProgramVariable(name, AttributeReader.Type(node, "dtype"), AttributeReader.Shape(node, "shape"));
        }

        return variable;
    }

    /// <summary>Whether what some nodes call assigns variables; then all that it uses may change.</summary>
    public bool Assigns(IEnumerable<ProgramNode> nodes)
    {
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<ProgramNode>(nodes));
        while (open.TryPop(out var node))
        {
            if (VariableHandlers.Assigns(node.Op))
            {
                return true;
            }

            foreach (var function in node.Attributes.Values.SelectMany(v => v.Func is { } one ? [one.Name] : v.List?.Func.Select(f => f.Name) ?? []).Where(seen.Add))
            {
                foreach (var inner in Function(function).Nodes)
                {
                    open.Push(inner);
                }
            }
        }

        return false;
    }

    /// <summary>Variables may be assigned from now on.</summary>
    public void Unfreeze()
    {
        foreach (var variable in _variables.Values)
        {
            variable.Unfreeze();
        }
    }

    private void Restore(SaverDef? saver)
    {
        if (saver is not { RestoreOpName.Length: > 0 } || Files is null)
        {
            return;
        }

        using var untraced = Graphs.Graph.Leave();
        var feeds = new Dictionary<string, object>(StringComparer.Ordinal) { [ProgramPlace.Of(saver.FilenameTensorName).Node] = new Tensor(TensorShape.Scalar, [string.Empty]) };
        new ProgramRun(this).Graph([], feeds, [ProgramPlace.Of(saver.RestoreOpName).Node]);
    }
}
