namespace KerasNet.Graphs;

/// <summary>Program order of one variable inside one graph: the last write and the reads since.</summary>
internal sealed class VariableAccess
{
    public Node? LastWrite { get; private set; }

    public List<Node> ReadsSince { get; } = [];

    public void Read(Node node)
    {
        if (LastWrite is not null)
        {
            node.ControlInputs.Add(LastWrite);
        }

        ReadsSince.Add(node);
    }

    public void Write(Node node)
    {
        if (LastWrite is not null && ReadsSince.Count == 0)
        {
            node.ControlInputs.Add(LastWrite);
        }

        node.ControlInputs.AddRange(ReadsSince);
        ReadsSince.Clear();
        LastWrite = node;
    }
}
