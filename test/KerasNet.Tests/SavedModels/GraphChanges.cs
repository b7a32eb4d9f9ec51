using Google.Protobuf;
using KerasNet.TensorFlow.Programs;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.Tests;

/// <summary>Random changes of a graph that leave its messages whole.</summary>
internal static class GraphChanges
{
    private static readonly string[] _ops = [.. OpTable.Names.Where(n => n is not ("While" or "StatelessWhile")).Order(StringComparer.Ordinal)];

    public static void Apply(GraphDef graph, Random random, int round)
    {
        var functions = graph.Library.Function;
        var nodes = functions.Where(f => !f.Signature.Name.Contains("traced_save", StringComparison.Ordinal)).SelectMany(f => f.NodeDef).Concat(graph.Node).ToList();
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var node = nodes[random.Next(nodes.Count)];
            switch (round % 6)
            {
                case 0: node.Op = _ops[random.Next(_ops.Length)]; break;
                case 1 when node.Input.Count > 0: node.Input[random.Next(node.Input.Count)] = nodes[random.Next(nodes.Count)].Name + (random.Next(2) == 0 ? ":output:0" : ""); break;
                case 2: functions.RemoveAt(random.Next(functions.Count)); return;
                case 3 when node.Input.Count > 0: node.Input.RemoveAt(random.Next(node.Input.Count)); break;
                case 4: node.Name = nodes[random.Next(nodes.Count)].Name; break;
                default: Change(node, random); break;
            }
        }
    }

    private static void Change(NodeDef node, Random random)
    {
        foreach (var (_, value) in node.Attr)
        {
            switch (value.ValueCase)
            {
                case AttrValue.ValueOneofCase.I: value.I = random.NextInt64(-3, 1L << random.Next(2, 40)); break;
                case AttrValue.ValueOneofCase.B: value.B = !value.B; break;
                case AttrValue.ValueOneofCase.Type: value.Type = random.Next(30); break;
                case AttrValue.ValueOneofCase.S: value.S = ByteString.CopyFromUtf8(random.Next(2) == 0 ? "SAME" : ""); break;
                case AttrValue.ValueOneofCase.List when value.List.I.Count > 0: value.List.I[random.Next(value.List.I.Count)] = random.Next(-2, 1 << 20); break;
                case AttrValue.ValueOneofCase.Tensor: Change(value.Tensor, random); break;
            }
        }
    }

    private static void Change(TensorProto tensor, Random random)
    {
        if (tensor.IntVal.Count > 0)
        {
            tensor.IntVal[random.Next(tensor.IntVal.Count)] = random.Next(-3, 1 << random.Next(2, 30));
        }
        else if (tensor.TensorContent.Length > 0)
        {
            var bytes = tensor.TensorContent.ToByteArray();
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            tensor.TensorContent = ByteString.CopyFrom(bytes);
        }
        else if (tensor.TensorShape is { Dim.Count: > 0 } shape)
        {
            shape.Dim[0].Size = random.NextInt64(-2, 1L << 40);
        }
    }
}
