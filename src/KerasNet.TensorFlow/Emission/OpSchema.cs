using System.Text;
using KerasNet.Graphs;

namespace KerasNet.TensorFlow.Emission;

/// <summary>What TensorFlow's op list says of one op: which inputs are lists, and the types of its attributes.</summary>
internal sealed class OpSchema
{
    private readonly List<OpArgument> _inputs = [];
    private readonly List<OpArgument> _outputs = [];
    private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);

    /// <param name="definition">A serialized OpDef.</param>
    public OpSchema(ReadOnlySpan<byte> definition)
    {
        var reader = new WireReader(definition);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 2: _inputs.Add(ReadArgument(reader.Bytes)); break;
                case 3: _outputs.Add(ReadArgument(reader.Bytes)); break;
                case 4: ReadAttribute(reader.Bytes); break;
                case 17: IsStateful = reader.Number != 0; break;
            }
        }
    }

    public IReadOnlyList<OpArgument> Inputs => _inputs;

    public IReadOnlyList<OpArgument> Outputs => _outputs;

    public bool IsStateful { get; }

    /// <summary>TensorFlow's name of an attribute's type, as in <c>list(int)</c>.</summary>
    public string AttributeType(Node node, string name) => _attributes.TryGetValue(name, out var type)
        ? type
        : throw node.Error($"TensorFlow's op has no attribute '{name}'. Expected one of: {string.Join(", ", _attributes.Keys)}.");

    /// <summary>How many of a node's inputs belong to each declared input.</summary>
    public int[] Split(Node node)
    {
        var counts = new int[_inputs.Count];
        var rest = node.Inputs.Length;
        string? unknown = null;
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = !_inputs[i].IsList ? 1 : Given(node, _inputs[i].LengthAttribute!);
            if (counts[i] < 0)
            {
                unknown ??= _inputs[i].LengthAttribute;
            }
            else
            {
                rest -= counts[i];
            }
        }

        if (unknown is not null)
        {
            var sharing = _inputs.Count(i => i.LengthAttribute == unknown);
            if (rest < 0 || rest % sharing != 0 || Enumerable.Range(0, counts.Length).Any(i => counts[i] < 0 && _inputs[i].LengthAttribute != unknown))
            {
                throw node.Error($"its {node.Inputs.Length} inputs do not divide into TensorFlow's {counts.Length} arguments. Give the attributes that say the lengths of the lists.");
            }

            for (var i = 0; i < counts.Length; i++)
            {
                counts[i] = counts[i] < 0 ? rest / sharing : counts[i];
            }
        }
        else if (rest != 0)
        {
            throw node.Error($"TensorFlow's op takes {node.Inputs.Length - rest} inputs. Received: {node.Inputs.Length}.");
        }

        return counts;
    }

    /// <summary>The list length that a node's attributes say, or -1.</summary>
    private static int Given(Node node, string attribute)
    {
        foreach (var (name, value) in node.Attributes)
        {
            if (name == attribute)
            {
                return value switch { int n => n, long n => checked((int)n), Array list => list.Length, _ => -1 };
            }
        }

        return -1;
    }

    private static OpArgument ReadArgument(ReadOnlySpan<byte> argument)
    {
        var texts = new string?[7];
        var reader = new WireReader(argument);
        while (reader.Next())
        {
            if (reader.Field is 1 or 4 or 5 or 6 && reader.Bytes.Length > 0)
            {
                texts[reader.Field] = Encoding.UTF8.GetString(reader.Bytes);
            }
        }

        return new OpArgument(texts[1]!, texts[4], texts[5], texts[6]);
    }

    private void ReadAttribute(ReadOnlySpan<byte> attribute)
    {
        var (name, type) = (string.Empty, string.Empty);
        var reader = new WireReader(attribute);
        while (reader.Next())
        {
            if (reader.Field == 1)
            {
                name = Encoding.UTF8.GetString(reader.Bytes);
            }
            else if (reader.Field == 2)
            {
                type = Encoding.UTF8.GetString(reader.Bytes);
            }
        }

        _attributes[name] = type;
    }
}
