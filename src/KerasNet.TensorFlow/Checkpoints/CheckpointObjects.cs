using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.Checkpoints;

/// <summary>The graph of objects of a checkpoint: which object has which under what name, and the tensors of those that are variables.</summary>
internal sealed class CheckpointObjects(Checkpoint checkpoint, TrackableObjectGraph graph)
{
    /// <summary>The number of an object that another one has under a name; null where it has none.</summary>
    /// <exception cref="InvalidDataException">The graph names an object that it does not have.</exception>
    public int? Child(int id, string name) => graph.Nodes[id].Children.FirstOrDefault(c => c.LocalName == name)?.NodeId is { } child ? Checked(child) : null;

    /// <summary>A few of the names that an object has, for messages.</summary>
    public string Names(int id) => string.Join(", ", graph.Nodes[id].Children.Select(c => c.LocalName).Take(10));

    /// <summary>How many objects an object has.</summary>
    public int Count(int id) => graph.Nodes[id].Children.Count;

    /// <summary>Where the value of a variable lies; null where the object is none.</summary>
    public (string Key, CheckpointEntry Entry)? Variable(int? id) =>
        id is { } known && graph.Nodes[known].Attributes.FirstOrDefault(a => a.Name == ObjectGraphBuilder.Value)?.CheckpointKey is { } key && checkpoint.Entries.TryGetValue(key, out var entry) ? (key, entry) : null;

    /// <summary>The value of a variable.</summary>
    public Tensor Read(string key) => checkpoint.ReadTensor(key);

    /// <summary>The slots of an optimizer of TensorFlow 2.0 to 2.10: the weight, the slot's name, the slot's variable.</summary>
    public IEnumerable<(int Weight, string Name, int Variable)> Slots(int id) =>
        graph.Nodes[id].SlotVariables.Select(s => (s.OriginalVariableNodeId, s.SlotName, Checked(s.SlotVariableNodeId)));

    private int Checked(int id) => id >= 0 && id < graph.Nodes.Count ? id
        : throw new InvalidDataException($"The checkpoint's graph of objects names object {id} of {graph.Nodes.Count}.");
}
