using System.Text;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.Programs;

/// <summary>A node's attributes as the values that ops of this library take.</summary>
internal static class AttributeReader
{
    /// <summary>The attribute, or its default where the file leaves it out.</summary>
    /// <exception cref="InvalidDataException">It is missing, or of another type.</exception>
    public static object Read(ProgramNode node, OpAttribute attribute)
    {
        if (!node.Attributes.TryGetValue(attribute.Name, out var value))
        {
            return attribute.IsRequired ? throw new InvalidDataException($"the attribute '{attribute.Name}' is missing.") : attribute.Default;
        }

        return (attribute.Default, value.ValueCase) switch
        {
            (int, AttrValue.ValueOneofCase.I) => checked((int)value.I),
            (float, AttrValue.ValueOneofCase.F) => value.F,
            (bool, AttrValue.ValueOneofCase.B) => value.B,
            (string, AttrValue.ValueOneofCase.S) => Encoding.UTF8.GetString(value.S.Span),
            (DataType, AttrValue.ValueOneofCase.Type) => TensorProtos.Type(value.Type),
            (int[], AttrValue.ValueOneofCase.List) => value.List.I.Select(i => checked((int)i)).ToArray(),
            (float[], AttrValue.ValueOneofCase.List) => value.List.F.ToArray(),
            _ => throw new InvalidDataException($"the attribute '{attribute.Name}' is of the wrong type."),
        };
    }

    public static int Int(ProgramNode node, string name, int otherwise) => (int)Read(node, new OpAttribute(name, otherwise));

    public static DataType Type(ProgramNode node, string name) => (DataType)Read(node, new OpAttribute(name, DataType.None, IsRequired: true));

    public static DataType Type(ProgramNode node, string name, DataType otherwise) => (DataType)Read(node, new OpAttribute(name, otherwise));

    /// <summary>The name of a function.</summary>
    public static string Function(ProgramNode node, string name) => node.Attributes.TryGetValue(name, out var value) && value.ValueCase == AttrValue.ValueOneofCase.Func ? value.Func.Name
        : throw new InvalidDataException($"the attribute '{name}' names no function.");

    /// <summary>The names of several functions.</summary>
    public static IReadOnlyList<string> Functions(ProgramNode node, string name) => node.Attributes.TryGetValue(name, out var value) && value.ValueCase == AttrValue.ValueOneofCase.List && value.List.Func.Count > 0
        ? [.. value.List.Func.Select(f => f.Name)] : throw new InvalidDataException($"the attribute '{name}' names no functions.");

    /// <summary>A shape; null where it is not there or its rank is unknown.</summary>
    public static TensorShape? Shape(ProgramNode node, string name) => node.Attributes.TryGetValue(name, out var value) && value.ValueCase == AttrValue.ValueOneofCase.Shape ? TensorProtos.Shape(value.Shape) : null;

    /// <summary>A constant.</summary>
    public static Tensor Tensor(ProgramNode node, string name) => node.Attributes.TryGetValue(name, out var value) && value.ValueCase == AttrValue.ValueOneofCase.Tensor ? TensorProtos.Read(value.Tensor)
        : throw new InvalidDataException($"the attribute '{name}' holds no tensor.");
}
