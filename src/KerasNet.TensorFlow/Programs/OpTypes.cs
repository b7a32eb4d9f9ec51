using System.Collections.Concurrent;
using KerasNet.Graphs;
using KerasNet.TensorFlow.Emission;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.Programs;

/// <summary>What TensorFlow's list of ops says of inputs: how many, and of which types. This library's kernels rely on it.</summary>
internal static class OpTypes
{
    private static readonly ConcurrentDictionary<string, OpDef> _definitions = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">Number or types of the inputs are not the op's.</exception>
    /// <exception cref="NotSupportedException">An input is text.</exception>
    public static void Check(OpDefinition op, Tensor[] inputs, (string Name, object Value)[] attributes)
    {
        var definition = _definitions.GetOrAdd(op.Name, name => OpDef.Parser.WithDiscardUnknownFields(true).ParseFrom(OpSchemas.Carried.Find(name)));
        var types = attributes.Where(a => a.Value is DataType).ToDictionary(a => a.Name, a => (DataType)a.Value, StringComparer.Ordinal);
        var at = 0;
        foreach (var argument in definition.InputArg)
        {
            var count = argument.NumberAttr.Length == 0 ? 1
                : Array.Find(attributes, a => a.Name == argument.NumberAttr) is { Value: int number } ? number
                : throw new InvalidDataException($"the attribute '{argument.NumberAttr}' is missing.");
            if (count < 0 || count > inputs.Length - at)
            {
                throw new InvalidDataException($"the op takes more than {inputs.Length} inputs.");
            }

            foreach (var input in inputs.AsSpan(at, count))
            {
                if (input.DType == DataType.String)
                {
                    throw new NotSupportedException($"The managed backend does not compute on text ({op.Name}). Choose the tensorflow backend: KERASNET_BACKEND=tensorflow.");
                }

                var expected = argument.TypeAttr.Length == 0 ? (DataType)argument.Type : types.GetValueOrDefault(argument.TypeAttr, input.DType);
                if (input.DType != expected)
                {
                    throw new InvalidDataException($"the input '{argument.Name}' has type {input.DType.Name()}, not {expected.Name()}.");
                }

                types.TryAdd(argument.TypeAttr, expected);
            }

            at += count;
        }

        if (at != inputs.Length)
        {
            throw new InvalidDataException($"the op takes {at} inputs. Received: {inputs.Length}.");
        }

        foreach (var attribute in definition.Attr)
        {
            if (attribute.AllowedValues?.List is { Type.Count: > 0 } allowed && types.TryGetValue(attribute.Name, out var type) && !allowed.Type.Contains((int)type))
            {
                throw new InvalidDataException($"the op does not take {type.Name()} as {attribute.Name}.");
            }
        }
    }
}
