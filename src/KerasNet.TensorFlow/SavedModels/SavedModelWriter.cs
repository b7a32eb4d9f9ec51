using System.Globalization;
using Google.Protobuf;
using KerasNet.Export;
using KerasNet.Saving;
using KerasNet.TensorFlow.Checkpoints;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.SavedModels;

/// <summary>Writes a SavedModel as Keras 3's <c>export</c> does: the objects that Python's loader makes, functions, signatures, and the variables in a checkpoint. It needs no native library.</summary>
internal sealed class SavedModelWriter
{
    private const string DefaultSignature = "serving_default";
    private const string InitOp = "__saved_model_init_op";
    private readonly SavedModelGraph _graph = new();
    private readonly SavedObjectGraph _objects = new();
    private readonly Dictionary<KerasVariable, int> _variables = [];
    private readonly List<(string Key, KerasVariable Variable)> _keys = [];
    private readonly MetaGraphDef _meta = new() { MetaInfoDef = new MetaGraphDef.Types.MetaInfoDef { TensorflowVersion = "2.16.2", StrippedDefaultAttrs = true, Tags = { "serve" } } };

    /// <summary>Writes the folder. Of a SavedModel that is there, every file is replaced when the new one is whole.</summary>
    public static void Write(string folder, ExportContent content)
    {
        var writer = new SavedModelWriter();
        writer.Build(content);
        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        using (var checkpoint = new CheckpointWriter(Path.Combine(folder, "variables", "variables")))
        {
            foreach (var (key, variable) in writer._keys)
            {
                checkpoint.Add(key, WeightValues.Read([variable])[0]);
            }

            checkpoint.Add(Checkpoint.ObjectGraph, TensorShape.Scalar, [writer.CheckpointObjects().ToByteArray()]);
            checkpoint.Commit();
        }

        var model = new SavedModelProto { SavedModelSchemaVersion = 1, MetaGraphs = { writer._meta } };
        WholeFile.Write(Path.Combine(folder, "saved_model.pb"), model.WriteTo);

        // What described the model that was here before.
        File.Delete(Path.Combine(folder, "fingerprint.pb"));
        File.Delete(Path.Combine(folder, "keras_metadata.pb"));
    }

    private void Build(ExportContent content)
    {
        var root = User("_generic_user_object");
        var functions = content.Endpoints.Select(e => (Endpoint: e, Function: _graph.Function(e))).ToList();
        var used = functions.SelectMany(f => f.Function.Variables).Distinct().OrderByDescending(v => v.Trainable).ToList();
        foreach (var (name, variables) in content.Collections.Append(("_all_variables", used)))
        {
            var list = User("trackable_list_wrapper");
            Child(root, name, list);
            foreach (var (i, variable) in variables.Index())
            {
                Child(list, i.ToString(CultureInfo.InvariantCulture), Variable(variable, $"{name}/{i}"));
            }
        }

        foreach (var (endpoint, function) in functions)
        {
            Endpoint(root, endpoint, function);
        }

        var signatures = User("signature_map");
        Child(root, "signatures", signatures);
        foreach (var (endpoint, function) in functions)
        {
            Signature(signatures, endpoint.Name, endpoint, function);
        }

        if (content.Endpoints.All(e => e.Name != DefaultSignature))
        {
            Signature(signatures, DefaultSignature, functions[0].Endpoint, functions[0].Function);
        }

        _graph.Finish(_keys);
        _meta.SignatureDef[InitOp] = new SignatureDef { Outputs = { [InitOp] = new TensorInfo { Name = _graph.Begin, TensorShape = new TensorShapeProto { UnknownRank = true } } } };
        _meta.CollectionDef["saved_model_main_op"] = new CollectionDef { NodeList = new CollectionDef.Types.NodeList { Value = { _graph.Begin } } };
        _meta.SaverDef = _graph.Saver;
        _meta.ObjectGraphDef = _objects;
        _meta.GraphDef = _graph.Message.ToByteString();
    }

    private void Endpoint(int root, ExportEndpoint endpoint, (string Name, IReadOnlyList<KerasVariable> Variables) function)
    {
        var input = Structures.Of(endpoint.Inputs, endpoint.InputNames);
        var output = Structures.Of(endpoint.Outputs, endpoint.OutputNames);
        Concrete(function.Name, function.Variables, Structures.Tuple(Structures.Tuple(input), Structures.Dictionary([])), output);
        Child(root, endpoint.Name, Add(new SavedObject
        {
            Function = new SavedFunction { ConcreteFunctions = { function.Name }, FunctionSpec = Structures.Function(["args_0"], [], Structures.Tuple(input)) },
        }));
    }

    private void Signature(int map, string key, ExportEndpoint endpoint, (string Name, IReadOnlyList<KerasVariable> Variables) function)
    {
        var (wrapper, signature) = _graph.Signature(key, endpoint, function);
        _meta.SignatureDef[key] = signature;
        var names = endpoint.SortedInputs.ConvertAll(i => i.Name);
        Concrete(
            wrapper, function.Variables,
            Structures.Tuple(Structures.Tuple(), Structures.Dictionary(endpoint.SortedInputs.Select(i => (i.Name, Structures.Spec(i.Name, i.Tensor))))),
            Structures.Dictionary(endpoint.SortedOutputs.Select(o => (o.Name, Structures.Spec(o.Name, o.Tensor)))));
        Child(map, key, Add(new SavedObject
        {
            BareConcreteFunction = new SavedBareConcreteFunction
            {
                ConcreteFunctionName = wrapper, ArgumentKeywords = { names }, AllowedPositionalArguments = names.Count == 1 ? 1 : 0, FunctionSpec = Structures.Function([], names, null),
            },
        }));
    }

    private void Concrete(string name, IReadOnlyList<KerasVariable> variables, StructuredValue input, StructuredValue output) =>
        _objects.ConcreteFunctions[name] = new SavedConcreteFunction { BoundInputs = { variables.Select(v => _variables[v]) }, CanonicalizedInputSignature = input, OutputSignature = output };

    private int Variable(KerasVariable variable, string path)
    {
        if (!_variables.TryGetValue(variable, out var id))
        {
            var name = _graph.Variable(variable);
            _variables[variable] = id = Add(new SavedObject
            {
                Variable = new SavedVariable { Dtype = (int)variable.DType, Shape = Emission.NodeDefAttributes.Shape(variable.Shape), Trainable = variable.Trainable, Name = name },
            });
            _keys.Add(($"{path}/.ATTRIBUTES/{ObjectGraphBuilder.Value}", variable));
        }

        return id;
    }

    private int User(string identifier) => Add(new SavedObject { UserObject = new SavedUserObject { Identifier = identifier, Version = new VersionDef { Producer = 1, MinConsumer = 1 } } });

    private int Add(SavedObject saved)
    {
        _objects.Nodes.Add(saved);
        return _objects.Nodes.Count - 1;
    }

    private void Child(int parent, string name, int child) =>
        _objects.Nodes[parent].Children.Add(new TrackableObjectGraph.Types.TrackableObject.Types.ObjectReference { LocalName = name, NodeId = child });

    /// <summary>The same objects as the checkpoint knows them: by these names Python's loader finds the values.</summary>
    private TrackableObjectGraph CheckpointObjects()
    {
        var graph = new TrackableObjectGraph();
        foreach (var saved in _objects.Nodes)
        {
            graph.Nodes.Add(new TrackableObjectGraph.Types.TrackableObject { Children = { saved.Children }, HasCheckpointValues = true });
        }

        foreach (var (key, variable) in _keys)
        {
            graph.Nodes[_variables[variable]].Attributes.Add(new TrackableObjectGraph.Types.TrackableObject.Types.SerializedTensor { Name = ObjectGraphBuilder.Value, FullName = variable.Path, CheckpointKey = key });
        }

        return graph;
    }
}
