using System.Globalization;
using KerasNet.Export;
using KerasNet.Graphs;
using KerasNet.TensorFlow.Checkpoints;
using KerasNet.TensorFlow.Emission;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.SavedModels;

/// <summary>The graph of a SavedModel: variables, functions, a call for each signature, and the ops that fill the variables from the files beside it.</summary>
/// <remarks>Python's loader reads the functions and the objects; servers and the C library run the calls.</remarks>
internal sealed class SavedModelGraph
{
    private const int Producer = 1766;
    private const int MinConsumer = 12;
    private const string Call = "StatefulPartitionedCall";
    private readonly NodeNames _names = new();
    private readonly Dictionary<KerasVariable, string> _variables = [];
    private readonly FunctionDefLibrary _library = new();

    public GraphDef Message { get; } = new() { Versions = new VersionDef { Producer = Producer, MinConsumer = MinConsumer } };

    /// <summary>Name of an op that does nothing: what begins a session.</summary>
    public string Begin { get; private set; } = "";

    /// <summary>Where a file's name is fed, what saves into it and what reads from it.</summary>
    public SaverDef Saver { get; } = new() { Version = 2 };

    /// <summary>The name of a variable's node.</summary>
    public string Variable(KerasVariable variable)
    {
        if (!_variables.TryGetValue(variable, out var name))
        {
            var node = Add("VarHandleOp", variable.Path);
            _variables[variable] = name = node.Name;
            var attributes = new NodeDefAttributes(node);
            attributes.Set("dtype", variable.DType);
            attributes.Set("shape", variable.Shape);
            attributes.Set("shared_name", System.Text.Encoding.UTF8.GetBytes(name));
        }

        return name;
    }

    /// <summary>Writes an endpoint's function.</summary>
    /// <returns>Its name, and the variables that it takes after its arguments.</returns>
    public (string Name, IReadOnlyList<KerasVariable> Variables) Function(ExportEndpoint endpoint)
    {
        var name = Unique($"__inference_{endpoint.Name}");
        Node[] updates = [.. endpoint.Graph.Updates];
        return (name, FunctionDefWriter.Write(
            _library, name, endpoint.Nodes, [.. endpoint.FlatInputs.Select(i => (i.Name, i.Tensor))], [.. endpoint.FlatOutputs.Select(o => o.Tensor)], updates, endpoint.Graph.HostCalls, HostLowering.Of));
    }

    /// <summary>Writes the function of a signature, which takes and gives tensors in the order of their names, and a call of it in the graph.</summary>
    /// <param name="key">The signature's name.</param>
    /// <param name="endpoint">The endpoint that it calls.</param>
    /// <param name="function">The endpoint's function and its variables.</param>
    public (string Wrapper, SignatureDef Signature) Signature(string key, ExportEndpoint endpoint, (string Name, IReadOnlyList<KerasVariable> Variables) function)
    {
        var wrapper = Wrapper(endpoint, function);
        _library.Function.Add(wrapper);
        var signature = new SignatureDef { MethodName = "tensorflow/serving/predict" };
        var call = new NodeDef { Op = Call };
        foreach (var (name, tensor) in endpoint.SortedInputs)
        {
            var placeholder = Add("Placeholder", $"{key}_{name}");
            new NodeDefAttributes(placeholder).Set("dtype", tensor.DType);
            new NodeDefAttributes(placeholder).Set("shape", tensor.Shape);
            call.Input.Add(placeholder.Name);
            signature.Inputs[name] = Info(placeholder.Name + ":0", tensor);
        }

        call.Input.AddRange(function.Variables.Select(Variable));
        call.Name = _names.Take(Call);
        Types(call, wrapper);
        Message.Node.Add(call);
        foreach (var (i, output) in endpoint.SortedOutputs.Index())
        {
            signature.Outputs[output.Name] = Info(string.Create(CultureInfo.InvariantCulture, $"{call.Name}:{i}"), output.Tensor);
        }

        return (wrapper.Signature.Name, signature);
    }

    /// <summary>Writes the ops that save and restore, and puts the functions into the graph. The last thing to do.</summary>
    /// <param name="keys">The name in the files of each variable.</param>
    public void Finish(IReadOnlyList<(string Key, KerasVariable Variable)> keys)
    {
        Begin = Add("NoOp", "NoOp").Name;
        var file = Add("Placeholder", "saver_filename");
        new NodeDefAttributes(file).Set("dtype", DataType.String);
        new NodeDefAttributes(file).Set("shape", TensorShape.Scalar);
        string[] names = [Text("saver/tensor_names", [.. keys.Select(k => k.Key)]), Text("saver/shape_and_slices", [.. keys.Select(_ => "")])];
        DataType[] types = [.. keys.Select(k => k.Variable.DType)];
        Saver.FilenameTensorName = file.Name + ":0";
        Saver.SaveTensorName = (keys.Count == 0 ? file.Name : Save(file.Name, names, keys, types)) + ":0";
        var restored = new List<string>();
        if (keys.Count > 0)
        {
            var restore = Add("RestoreV2", "saver/RestoreV2", [file.Name, .. names]);
            new NodeDefAttributes(restore).SetList("dtypes", types);
            foreach (var (i, (_, variable)) in keys.Index())
            {
                var assign = Add("AssignVariableOp", "saver/AssignVariableOp", [Variable(variable), string.Create(CultureInfo.InvariantCulture, $"{restore.Name}:{i}")]);
                new NodeDefAttributes(assign).Set("dtype", variable.DType);
                restored.Add("^" + assign.Name);
            }
        }

        Saver.RestoreOpName = Add("NoOp", "saver/restore_all", [.. restored]).Name;
        Message.Library = _library;
    }

    private string Save(string file, string[] names, IReadOnlyList<(string Key, KerasVariable Variable)> keys, DataType[] types)
    {
        var reads = keys.Select(k =>
        {
            var read = Add("ReadVariableOp", Variable(k.Variable) + "/Read/ReadVariableOp", [Variable(k.Variable)]);
            new NodeDefAttributes(read).Set("dtype", k.Variable.DType);
            return read.Name;
        }).ToList();
        var save = Add("SaveV2", "saver/SaveV2", [file, .. names, .. reads]);
        new NodeDefAttributes(save).SetList("dtypes", types);
        var saved = Add("Identity", "saver/control_dependency", [file, "^" + save.Name]);
        new NodeDefAttributes(saved).Set("T", DataType.String);
        return saved.Name;
    }

    private FunctionDef Wrapper(ExportEndpoint endpoint, (string Name, IReadOnlyList<KerasVariable> Variables) function)
    {
        // A graph of nothing but the call: arguments sorted by name, as Python gives keywords.
        var inner = _library.Function.First(f => f.Signature.Name == function.Name);
        var flat = endpoint.FlatInputs;
        var wrapper = new FunctionDef { Signature = new OpDef { Name = Unique($"__inference_signature_wrapper_{endpoint.Name}"), IsStateful = true } };
        int[] order = [.. endpoint.SortedInputs.Select(s => flat.FindIndex(f => f.Name == s.Name)), .. Enumerable.Range(flat.Count, function.Variables.Count)];
        foreach (var (i, at) in order.Index())
        {
            wrapper.Signature.InputArg.Add(inner.Signature.InputArg[at].Clone());
            wrapper.ArgAttr[(uint)i] = inner.ArgAttr[(uint)at].Clone();
        }

        var call = new NodeDef { Name = Call, Op = Call };
        call.Input.AddRange(inner.Signature.InputArg.Select(a => a.Name));
        Types(call, inner);
        wrapper.NodeDef.Add(call);
        foreach (var (i, output) in endpoint.SortedOutputs.Index())
        {
            var identity = new NodeDef { Name = string.Create(CultureInfo.InvariantCulture, $"Identity_{i}"), Op = "Identity" };
            identity.Input.Add(string.Create(CultureInfo.InvariantCulture, $"{Call}:output:{endpoint.FlatOutputs.FindIndex(o => o.Name == output.Name)}"));
            new NodeDefAttributes(identity).Set("T", output.Tensor.DType);
            wrapper.NodeDef.Add(identity);
            var name = string.Create(CultureInfo.InvariantCulture, $"identity_{i}");
            wrapper.Signature.OutputArg.Add(new OpDef.Types.ArgDef { Name = name, Type = (int)output.Tensor.DType });
            wrapper.Ret[name] = identity.Name + ":output:0";
        }

        wrapper.ControlRet[Call] = Call;
        wrapper.Signature.ControlOutput.Add(Call);
        return wrapper;
    }

    private static void Types(NodeDef call, FunctionDef function)
    {
        var attributes = new NodeDefAttributes(call);
        attributes.SetFunction("f", function.Signature.Name);
        attributes.SetList("Tin", [.. function.Signature.InputArg.Select(a => (DataType)a.Type)]);
        attributes.SetList("Tout", [.. function.Signature.OutputArg.Select(a => (DataType)a.Type)]);
    }

    private NodeDef Add(string op, string name, params string[] inputs)
    {
        var node = new NodeDef { Name = _names.Take(name), Op = op };
        node.Input.AddRange(inputs);
        Message.Node.Add(node);
        return node;
    }

    private string Text(string name, string[] values)
    {
        var node = Add("Const", name);
        new NodeDefAttributes(node).Set("dtype", DataType.String);
        new NodeDefAttributes(node).Set("value", new Tensor(new TensorShape(values.Length), values));
        return node.Name;
    }

    private static TensorInfo Info(string name, Tensor tensor) => new() { Name = name, Dtype = (int)tensor.DType, TensorShape = NodeDefAttributes.Shape(tensor.Shape) };

    private string Unique(string name) => string.Create(CultureInfo.InvariantCulture, $"{name}_{_library.Function.Count}");
}
