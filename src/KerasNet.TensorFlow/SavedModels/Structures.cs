using KerasNet.TensorFlow.Emission;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.SavedModels;

/// <summary>Arguments and results of functions as TensorFlow's Python describes them.</summary>
internal static class Structures
{
    private static StructuredValue Nothing => new() { NoneValue = new NoneValue() };

    /// <summary>One tensor, a list, or a dictionary, as the tensors are.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="names">The name of each.</param>
    public static StructuredValue Of(Tensors tensors, IReadOnlyList<string> names)
    {
        StructuredValue[] specs = [.. tensors.Select((t, i) => Spec(names[i], t))];
        return tensors.IsSingle ? specs[0] : tensors.Names is { } keys ? Dictionary(keys.Zip(specs)) : List(specs);
    }

    public static StructuredValue Spec(string name, Tensor tensor) => new() { TensorSpecValue = new TensorSpecProto { Name = name, Dtype = (int)tensor.DType, Shape = NodeDefAttributes.Shape(tensor.Shape) } };

    public static StructuredValue List(params IEnumerable<StructuredValue> items) => new() { ListValue = Values(items) };

    public static StructuredValue Tuple(params IEnumerable<StructuredValue> items) => new() { TupleValue = Values(items) };

    public static StructuredValue Dictionary(IEnumerable<(string Key, StructuredValue Value)> items)
    {
        var dictionary = new DictValue();
        foreach (var (key, value) in items)
        {
            dictionary.Fields[key] = value;
        }

        return new StructuredValue { DictValue = dictionary };
    }

    /// <summary>The signature of a Python function.</summary>
    /// <param name="arguments">Names of arguments that may be given by place.</param>
    /// <param name="keywords">Names of those that are given by name.</param>
    /// <param name="signature">What it takes; null where it does not say.</param>
    public static FunctionSpec Function(IEnumerable<string> arguments, IEnumerable<string> keywords, StructuredValue? signature)
    {
        var names = new NamedTupleValue { Name = "FullArgSpec" };
        names.Values.AddRange([
            Pair("args", Texts(arguments)), Pair("varargs", Nothing), Pair("varkw", Nothing), Pair("defaults", Nothing),
            Pair("kwonlyargs", Texts(keywords)), Pair("kwonlydefaults", Nothing), Pair("annotations", Dictionary([]))]);
        return new FunctionSpec { Fullargspec = new StructuredValue { NamedTupleValue = names }, InputSignature = signature ?? Nothing };
    }

    private static StructuredValue Texts(IEnumerable<string> texts) => List(texts.Select(t => new StructuredValue { StringValue = t }));

    private static PairValue Pair(string key, StructuredValue value) => new() { Key = key, Value = value };

    private static ListValue Values(IEnumerable<StructuredValue> items)
    {
        var list = new ListValue();
        list.Values.AddRange(items);
        return list;
    }
}
