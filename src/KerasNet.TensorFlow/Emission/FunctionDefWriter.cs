using System.Globalization;
using KerasNet.Graphs;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.Emission;

/// <summary>Writes a graph as a function of TensorFlow, in a message and not through the native library. Variables become arguments after the others.</summary>
internal sealed class FunctionDefWriter
{
    private readonly FunctionDefLibrary _library;
    private readonly FunctionDef _function;
    private readonly NodeNames _names = new();
    private readonly Dictionary<Tensor, string> _places = new(ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);
    private readonly Dictionary<KerasVariable, string> _variables = [];
    private readonly Dictionary<Node, string> _nodes = [];
    private readonly Dictionary<FunctionBody, string> _bodies = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<Node, HostCall> _hostCalls = [];
    private readonly Func<HostCall, (Graph Graph, Tensor[] Inputs, Tensor Output)>? _lowerHostCall;

    private FunctionDefWriter(FunctionDefLibrary library, string name, Func<HostCall, (Graph Graph, Tensor[] Inputs, Tensor Output)>? lowerHostCall)
    {
        (_library, _lowerHostCall) = (library, lowerHostCall);
        _function = new FunctionDef { Signature = new OpDef { Name = name } };
    }

    /// <summary>Adds a function to a library.</summary>
    /// <param name="library">Takes the function, and before it those of loops and branches.</param>
    /// <param name="name">Its name.</param>
    /// <param name="nodes">What it computes, in program order.</param>
    /// <param name="inputs">Placeholders of the graph and the names of the arguments that they become.</param>
    /// <param name="outputs">The results.</param>
    /// <param name="updates">Nodes that run whether a result needs them or not.</param>
    /// <param name="hostCalls">What C# computes otherwise.</param>
    /// <param name="lowerHostCall">Nodes for it, with placeholders for its inputs.</param>
    /// <returns>The variables that stand behind the other arguments, in this order.</returns>
    public static IReadOnlyList<KerasVariable> Write(FunctionDefLibrary library, string name, IReadOnlyList<Node> nodes, IReadOnlyList<(string Name, Tensor Placeholder)> inputs, IReadOnlyList<Tensor> outputs, IReadOnlyList<Node> updates,
        IReadOnlyList<HostCall>? hostCalls = null, Func<HostCall, (Graph Graph, Tensor[] Inputs, Tensor Output)>? lowerHostCall = null)
    {
        var writer = new FunctionDefWriter(library, name, lowerHostCall);
        foreach (var (given, placeholder) in inputs)
        {
            writer._places[placeholder] = writer.Argument(given, placeholder.DType, placeholder.Shape);
        }

        foreach (var call in hostCalls ?? [])
        {
            writer._hostCalls[call.Output.Node!] = call;
        }

        foreach (var variable in nodes.SelectMany(n => n.Inputs).Select(i => i.Variable).OfType<KerasVariable>().Distinct())
        {
            writer._variables[variable] = writer.Argument(variable.Path, variable);
        }

        writer.Emit(nodes);
        var effects = updates.Select(u => writer._nodes[u]).ToList();
        foreach (var output in outputs)
        {
            writer.Result(output, effects);
        }

        foreach (var effect in effects)
        {
            writer._function.ControlRet[effect] = effect;
            writer._function.Signature.ControlOutput.Add(effect);
        }

        library.Function.Add(writer._function);
        return [.. writer._variables.Keys];
    }

    private string Argument(string name, DataType dtype, TensorShape shape)
    {
        var argument = Argument(name, new OpDef.Types.ArgDef { Type = (int)dtype });
        var list = new AttrValue.Types.ListValue();
        list.Shape.Add(NodeDefAttributes.Shape(shape));
        _function.ArgAttr[(uint)_function.Signature.InputArg.Count - 1].Attr["_output_shapes"] = new AttrValue { List = list };
        return argument;
    }

    private string Argument(string name, KerasVariable variable)
    {
        _function.Signature.IsStateful = true;
        var argument = new OpDef.Types.ArgDef { Type = (int)DataType.Resource };
        argument.HandleData.Add(new OpDef.Types.HandleData { Dtype = (int)variable.DType, Shape = NodeDefAttributes.Shape(variable.Shape) });
        return Argument(name, argument);
    }

    private string Argument(string name, OpDef.Types.ArgDef argument)
    {
        // TensorFlow's alphabet for arguments is smaller than that for nodes.
        var legal = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        argument.Name = _names.Take(legal is [>= 'a' and <= 'z', ..] ? legal : "x" + legal);
        var attributes = new FunctionDef.Types.ArgAttrs();
        attributes.Attr["_user_specified_name"] = new AttrValue { S = Google.Protobuf.ByteString.CopyFromUtf8(name) };
        _function.ArgAttr[(uint)_function.Signature.InputArg.Count] = attributes;
        _function.Signature.InputArg.Add(argument);
        return argument.Name;
    }

    private void Result(Tensor output, List<string> effects)
    {
        var node = new NodeDef { Name = _names.Take("Identity"), Op = "Identity" };
        node.Input.Add(Place(output, "Const"));
        node.Input.AddRange(effects.Select(e => "^" + e));
        new NodeDefAttributes(node).Set("T", output.DType);
        _function.NodeDef.Add(node);
        var name = _names.Take("identity");
        _function.Signature.OutputArg.Add(new OpDef.Types.ArgDef { Name = name, Type = (int)output.DType });
        _function.Ret[name] = node.Name + ":output:0";
    }

    private void Emit(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Definition is ScanOp)
            {
                var (graph, inputs, outputs) = LoopLowering.Of(node);
                EmitInstead(node, node.Inputs, graph, inputs, outputs);
                _nodes[node] = _nodes[outputs[0].Node!];
            }
            else if (_hostCalls.TryGetValue(node, out var call))
            {
                var (graph, inputs, output) = _lowerHostCall!(call);
                EmitInstead(node, [.. call.Inputs], graph, inputs, [output]);
            }
            else if (node.Definition is not PlaceholderOp)
            {
                Emit(node);
            }
        }
    }

    private void Emit(Node node)
    {
        var schema = OpSchemas.Of(node);
        var message = new NodeDef { Op = node.Definition.Name };
        for (var i = 0; i < node.Inputs.Length; i++)
        {
            message.Input.Add(Place(node.Inputs[i], $"{node.Name}/input_{i}"));
        }

        message.Input.AddRange(node.ControlInputs.Where(_nodes.ContainsKey).Select(c => "^" + _nodes[c]).Distinct());
        message.Name = _nodes[node] = _names.Take(node.Name);
        Attributes.Write(node, schema, new NodeDefAttributes(message), Function);
        schema.Complete(node, message);
        _function.Signature.IsStateful |= schema.IsStateful;
        _function.NodeDef.Add(message);
        var places = schema.OutputPlaces(message);
        for (var i = 0; i < node.Outputs.Length; i++)
        {
            _places[node.Outputs[i]] = $"{message.Name}:{places[i]}";
        }
    }

    /// <summary>Writes other nodes that compute what one does.</summary>
    private void EmitInstead(Node node, Tensor[] given, Graph graph, Tensor[] inputs, Tensor[] outputs)
    {
        for (var i = 0; i < inputs.Length; i++)
        {
            if (!inputs[i].IsConcrete)
            {
                _places[inputs[i]] = Place(given[i], $"{node.Name}/input_{i}");
            }
        }

        Emit(graph.Nodes);
        for (var i = 0; i < outputs.Length; i++)
        {
            _places[node.Outputs[i]] = Place(outputs[i], "Const");
        }
    }

    /// <summary>How a node names a tensor among its inputs; a value becomes a Const.</summary>
    private string Place(Tensor tensor, string constantName)
    {
        if (_places.TryGetValue(tensor, out var place))
        {
            return place;
        }

        if (tensor.Variable is { } variable)
        {
            return _variables[variable];
        }

        if (!tensor.IsConcrete)
        {
            throw new InvalidOperationException($"'{tensor.Name}' was used before it was made.");
        }

        var node = new NodeDef { Name = _names.Take(constantName), Op = "Const" };
        new NodeDefAttributes(node).Set("dtype", tensor.DType);
        new NodeDefAttributes(node).Set("value", tensor);
        _function.NodeDef.Add(node);
        return _places[tensor] = node.Name + ":output:0";
    }

    private string Function(FunctionBody body)
    {
        if (!_bodies.TryGetValue(body, out var name))
        {
            _bodies[body] = name = string.Create(CultureInfo.InvariantCulture, $"{_function.Signature.Name}_body_{_library.Function.Count}_{_bodies.Count}");
            Write(_library, name, Reachable.From(body.Graph, body.Outputs, []), [.. body.Arguments.Select((a, i) => ($"arg{i}", a))], body.Outputs, []);
        }

        return name;
    }
}
