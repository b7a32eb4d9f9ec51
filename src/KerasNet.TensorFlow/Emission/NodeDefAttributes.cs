using Google.Protobuf;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.Emission;

/// <summary>Attributes of a node in a message.</summary>
internal readonly struct NodeDefAttributes(NodeDef node) : IAttributeSink
{
    public void Set(string name, long value) => node.Attr[name] = new AttrValue { I = value };

    public void Set(string name, float value) => node.Attr[name] = new AttrValue { F = value };

    public void Set(string name, bool value) => node.Attr[name] = new AttrValue { B = value };

    public void Set(string name, ReadOnlySpan<byte> text) => node.Attr[name] = new AttrValue { S = ByteString.CopyFrom(text) };

    public void Set(string name, DataType value) => node.Attr[name] = new AttrValue { Type = (int)value };

    public void Set(string name, TensorShape value) => node.Attr[name] = new AttrValue { Shape = Shape(value) };

    public void Set(string name, Tensor value) => node.Attr[name] = new AttrValue { Tensor = Message(value) };

    public void SetFunction(string name, string function) => node.Attr[name] = new AttrValue { Func = new NameAttrList { Name = function } };

    public void SetList(string name, ReadOnlySpan<long> values) => List(name).I.AddRange(values.ToArray());

    public void SetList(string name, ReadOnlySpan<float> values) => List(name).F.AddRange(values.ToArray());

    public void SetList(string name, ReadOnlySpan<bool> values) => List(name).B.AddRange(values.ToArray());

    public void SetList(string name, ReadOnlySpan<DataType> values) => List(name).Type.AddRange(values.ToArray().Select(v => (int)v));

    public void SetList(string name, ReadOnlySpan<TensorShape> values) => List(name).Shape.AddRange(values.ToArray().Select(Shape));

    public void SetList(string name, string[] values) => List(name).S.AddRange(values.Select(ByteString.CopyFromUtf8));

    public void SetFunctions(string name, string[] functions) => List(name).Func.AddRange(functions.Select(f => new NameAttrList { Name = f }));

    /// <summary>A shape; unknown sizes are -1.</summary>
    public static TensorShapeProto Shape(TensorShape shape)
    {
        var message = new TensorShapeProto();
        message.Dim.AddRange(shape.Dims.ToArray().Select(d => new TensorShapeProto.Types.Dim { Size = d }));
        return message;
    }

    /// <summary>A value.</summary>
    public static TensorProto Message(Tensor value)
    {
        var message = new TensorProto { Dtype = (int)value.DType, TensorShape = Shape(value.Shape) };
        if (value.Text is { } text)
        {
            message.StringVal.AddRange(text.Select(t => ByteString.CopyFromUtf8(t ?? "")));
        }
        else
        {
            message.TensorContent = ByteString.CopyFrom(value.Bytes());
        }

        return message;
    }

    private AttrValue.Types.ListValue List(string name) => (node.Attr[name] = new AttrValue { List = new AttrValue.Types.ListValue() }).List;
}
