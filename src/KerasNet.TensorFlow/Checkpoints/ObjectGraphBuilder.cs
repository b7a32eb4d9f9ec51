using System.Globalization;
using Google.Protobuf;
using KerasNet.Layers;
using KerasNet.Optimizers;
using KerasNet.Saving;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.Checkpoints;

/// <summary>The graph of objects of a model's checkpoint: who holds whom, under the names of Python's attributes.</summary>
/// <remarks>
/// Keras 2 and Keras 3 hold the same layers and weights under other names. An object may have several, so the checkpoint has all of them: <c>model.load_weights</c> of Keras 2 and
/// <c>tf.train.Checkpoint(model).restore</c> of both find what they look for.
/// </remarks>
internal sealed class ObjectGraphBuilder
{
    public const string Value = "VARIABLE_VALUE";
    private readonly TrackableObjectGraph _graph = new();
    private readonly Dictionary<object, int> _known = new(ReferenceEqualityComparer.Instance);
    private readonly List<(string Key, KerasVariable Variable)> _variables = [];

    /// <summary>The variables, each with the key under which its value is stored.</summary>
    public IReadOnlyList<(string Key, KerasVariable Variable)> Variables => _variables;

    /// <summary>The graph as it is stored.</summary>
    public byte[] Message => _graph.ToByteArray();

    public static ObjectGraphBuilder Of(Model model)
    {
        var builder = new ObjectGraphBuilder();
        builder.Object(SavedTree.Of(model), "");
        if (model.Optimizer is { Built: true } optimizer)
        {
            builder.Optimizer(model, optimizer);
        }

        // How often tf.train.Checkpoint saved: its restore asks for it.
        builder.Name(0, "save_counter", builder.Variable(new KerasVariable(Tensor.Create([1L], TensorShape.Scalar), "save_counter", trainable: false), "save_counter"));
        return builder;
    }

    /// <summary>What Keras 3 lists as a model's operations: a Sequential's input is one.</summary>
    public static List<Operation> OperationsOf(Model model) => model is Sequential { InputLayer: { } input } ? [input, .. model.Layers] : [.. model.Graph?.Operations ?? model.Layers];

    private int Object(SavedNode node, string path)
    {
        if (_known.TryGetValue(node.Owner, out var known))
        {
            return known;
        }

        var id = Add(node.Owner);
        foreach (var variable in node.Variables.Where(v => v.DType != DataType.String))
        {
            var name = node.Owner is DepthwiseConv1D or DepthwiseConv2D && variable.Name == "kernel" ? "depthwise_kernel" : variable.Name;
            var child = Variable(variable, $"{path}{name}");
            Names(id, name, child);
            Name(id, variable.Name, child);
        }

        if (node.Owner is Model { Graph: not null } or Sequential)
        {
            Numbered((Model)node.Owner, node, id, path);
        }
        else
        {
            Attributes(node, id, path);
        }

        return id;
    }

    /// <summary>Layers of Keras 2 have numbers, once among all and once among those with weights; those of Keras 3 stand in a list with all operations.</summary>
    private void Numbered(Model model, SavedNode node, int id, string path)
    {
        var operations = OperationsOf(model);
        var functional = id;
        if (model is Sequential)
        {
            functional = Add(new object());
            Name(id, "_functional", functional);
        }

        var list = Add(new object());
        Name(functional, "_operations", list);
        var (number, weighted) = (0, 0);
        foreach (var (_, child) in node.Children)
        {
            var name = child.HasVariables ? Number("layer_with_weights-", weighted++) : Number("layer-", number);
            var inside = Object(child, $"{path}{name}/");
            Name(id, name, inside);
            Name(id, Number("layer-", number++), inside);
            Name(list, Number("", operations.IndexOf((Operation)child.Owner)), inside);
        }
    }

    private void Attributes(SavedNode node, int id, string path)
    {
        var lists = new Dictionary<string, (int Id, int Count)>(StringComparer.Ordinal);
        foreach (var (name, child) in node.Children)
        {
            var slash = name.LastIndexOf('/');
            if (slash < 0)
            {
                Names(id, name, Object(child, $"{path}{name}/"));
                continue;
            }

            var folder = name[..slash];
            if (!lists.TryGetValue(folder, out var list))
            {
                list = (Add(new object()), 0);
                Names(id, folder, list.Id);
            }

            Name(list.Id, Number("", list.Count), Object(child, $"{path}{folder}/{list.Count}/"));
            lists[folder] = (list.Id, list.Count + 1);
        }
    }

    /// <summary>An optimizer's variables stand in lists by what they are: <c>_momentums</c>, <c>_velocities</c>.</summary>
    private void Optimizer(Model model, Optimizer optimizer)
    {
        var inner = (optimizer as LossScaleOptimizer)?.InnerOptimizer ?? optimizer;
        if (OptimizerSlots.Of(inner) is not { } slots)
        {
            Console.Error.WriteLine($"Model '{model.Name}': the state of {inner.GetType().Name} has no place in a checkpoint that Keras 2 and 3 share, so the checkpoint holds the weights only. Save the model as .keras to keep it.");
            return;
        }

        var id = Add(optimizer);
        Name(0, "optimizer", id);
        if (optimizer is LossScaleOptimizer scaled)
        {
            Scale(scaled, id);
            var inside = Add(inner);
            Name(id, "inner_optimizer", inside);
            Slots(inside, "optimizer/inner_optimizer", slots);

            // Keras 2 has the inner optimizer's state in the outer one; in Keras 3 both count steps.
            slots = [.. slots.Select(s => s.IsList ? s : s with { Variables = [new KerasVariable(s.Variables[0].ReadNow(), s.Variables[0].Name, trainable: false)] })];
        }

        // Keras 3 knows the weights of its stacked cells from here only.
        Slots(id, "optimizer", [.. slots, new OptimizerSlots("_trainable_variables", model.TrainableWeights, true)]);
    }

    private void Slots(int id, string path, IEnumerable<OptimizerSlots> slots)
    {
        foreach (var (attribute, variables, isList) in slots)
        {
            if (!isList)
            {
                Names(id, attribute, Variable(variables[0], $"{path}/{attribute}"));
                continue;
            }

            var list = Add(new object());
            Names(id, attribute, list);
            for (var i = 0; i < variables.Count; i++)
            {
                Name(list, Number("", i), Variable(variables[i], $"{path}/{attribute}/{i}"));
            }
        }
    }

    /// <summary>The scale of the loss and the steps since it changed: attributes in Keras 3, an object in Keras 2.</summary>
    private void Scale(LossScaleOptimizer optimizer, int id)
    {
        var scale = Add(new object());
        Name(id, "loss_scale", scale);
        foreach (var (own, name) in new[] { ("dynamic_scale", "current_loss_scale"), ("step_counter", "good_steps") })
        {
            var variable = Variable(optimizer.OwnVariables.First(v => v.Name == own), $"optimizer/loss_scale/{name}");
            Name(id, own, variable);
            Name(scale, name, variable);
        }
    }

    private int Variable(KerasVariable variable, string path)
    {
        if (_known.TryGetValue(variable, out var known))
        {
            return known;
        }

        var id = Add(variable);
        var key = $"{path}/.ATTRIBUTES/{Value}";
        _graph.Nodes[id].Attributes.Add(new TrackableObjectGraph.Types.TrackableObject.Types.SerializedTensor { Name = Value, FullName = variable.Path, CheckpointKey = key });
        _variables.Add((key, variable));
        return id;
    }

    private int Add(object owner)
    {
        _known.Add(owner, _graph.Nodes.Count);
        _graph.Nodes.Add(new TrackableObjectGraph.Types.TrackableObject { HasCheckpointValues = true });
        return _graph.Nodes.Count - 1;
    }

    /// <summary>What is public in one version is private in the other.</summary>
    private void Names(int id, string name, int child)
    {
        Name(id, name, child);
        Name(id, name.StartsWith('_') ? name[1..] : "_" + name, child);
    }

    private void Name(int id, string name, int child)
    {
        var children = _graph.Nodes[id].Children;
        if (children.All(c => c.LocalName != name))
        {
            children.Add(new TrackableObjectGraph.Types.TrackableObject.Types.ObjectReference { LocalName = name, NodeId = child });
        }
    }

    private static string Number(string before, int number) => before + number.ToString(CultureInfo.InvariantCulture);
}
