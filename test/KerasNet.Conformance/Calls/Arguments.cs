using System.Text.Json;
using KerasNet.Conformance.Records;

namespace KerasNet.Conformance.Calls;

/// <summary>A record's <c>args</c> and <c>kwargs</c>.</summary>
internal sealed class Arguments
{
    public Arguments(JsonElement record)
    {
        Positional = RecordedValue.List(record.GetProperty("args"));
        Named = (Dictionary<string, object?>)RecordedValue.Read(record.GetProperty("kwargs"))!;
    }

    public object?[] Positional { get; }

    public Dictionary<string, object?> Named { get; }

    /// <summary>True when there are values of 64 bits.</summary>
    public bool HasWideArrays => Tensors.Any(t => t is { IsConcrete: true, DType: DataType.Float64 or DataType.Int64 });

    private IEnumerable<Tensor> Tensors => Positional.Concat(Named.Values).SelectMany(All);

    /// <summary>From now on the values are NumPy arrays.</summary>
    public void TakeAsArrays()
    {
        foreach (var tensor in Tensors)
        {
            tensor.IsArray = true;
        }
    }

    /// <summary>A tensor by place or name.</summary>
    public Tensor Tensor(int place, string name) =>
        Optional(place, name) ?? throw new MismatchException($"The record has no argument {place}, '{name}'.");

    /// <summary>A tensor by place or name, or null.</summary>
    public Tensor? Optional(int place, string name) =>
        (place < Positional.Length ? Positional[place] : Named.GetValueOrDefault(name)) is { } value ? (Tensor?)Conversion.To(value, typeof(Tensor)) : null;

    private static IEnumerable<Tensor> All(object? value) => value switch
    {
        Tensor tensor => [tensor],
        object?[] list => list.SelectMany(All),
        _ => [],
    };
}
