using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.Programs;

/// <summary>A node of a graph or function: its op, where its inputs come from, and what must have run before.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Op">TensorFlow's name of the op.</param>
/// <param name="Inputs">The inputs.</param>
/// <param name="Controls">Names of the nodes before it.</param>
/// <param name="Attributes">The attributes that differ from the op's defaults.</param>
internal sealed record ProgramNode(string Name, string Op, IReadOnlyList<ProgramPlace> Inputs, IReadOnlyList<string> Controls, IReadOnlyDictionary<string, AttrValue> Attributes)
{
    public static ProgramNode Of(NodeDef message) => new(
        message.Name,
        message.Op,
        [.. message.Input.Where(i => !i.StartsWith('^')).Select(ProgramPlace.Of)],
        [.. message.Input.Where(i => i.StartsWith('^')).Select(i => i[1..])],
        message.Attr);
}
