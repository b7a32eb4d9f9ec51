using System.Text;
using KerasNet.Graphs;

namespace KerasNet.TensorFlow.Emission;

/// <summary>Writes a node's attributes as the types that TensorFlow declares for them.</summary>
internal static class Attributes
{
    /// <remarks><c>functions</c> makes a function of a body and gives its name.</remarks>
    public static void Write<TSink>(Node node, OpSchema schema, TSink sink, Func<FunctionBody, string> functions)
        where TSink : IAttributeSink
    {
        foreach (var (name, value) in node.Attributes)
        {
            if (!node.Definition.IsHostAttribute(name))
            {
                Write(node, name, schema.AttributeType(node, name), value, sink, functions);
            }
        }
    }

    private static void Write<TSink>(Node node, string name, string type, object value, TSink sink, Func<FunctionBody, string> functions)
        where TSink : IAttributeSink
    {
        switch (type, value)
        {
            case ("int", int v): sink.Set(name, (long)v); break;
            case ("int", long v): sink.Set(name, v); break;
            case ("float", float v): sink.Set(name, v); break;
            case ("float", double v): sink.Set(name, (float)v); break;
            case ("float", int v): sink.Set(name, (float)v); break;
            case ("bool", bool v): sink.Set(name, v); break;
            case ("string", string v): sink.Set(name, Encoding.UTF8.GetBytes(v)); break;
            case ("type", DataType v): sink.Set(name, v); break;
            case ("shape", TensorShape v): sink.Set(name, v); break;
            case ("shape", int[] v): sink.Set(name, new TensorShape(v)); break;
            case ("tensor", Tensor v): sink.Set(name, v); break;
            case ("func", FunctionBody v): sink.SetFunction(name, functions(v)); break;
            case ("list(int)", int[] v): sink.SetList(name, Array.ConvertAll(v, i => (long)i)); break;
            case ("list(int)", long[] v): sink.SetList(name, v); break;
            case ("list(float)", float[] v): sink.SetList(name, v); break;
            case ("list(bool)", bool[] v): sink.SetList(name, v); break;
            case ("list(type)", DataType[] v): sink.SetList(name, v); break;
            case ("list(shape)", TensorShape[] v): sink.SetList(name, v); break;
            case ("list(string)", string[] v): sink.SetList(name, v); break;
            case ("list(func)", FunctionBody[] v): sink.SetFunctions(name, Array.ConvertAll(v, b => functions(b))); break;
            default: throw node.Error($"attribute '{name}' is of TensorFlow's type {type}. Received: a value of type {value.GetType().Name}.");
        }
    }
}
