using System.Text.Json;
using KerasNet.Conformance.Calls;
using KerasNet.Conformance.Records;

namespace KerasNet.Tests;

/// <summary>A recorded call of keras.ops as a call of <see cref="Ops"/>.</summary>
internal sealed class OpCall
{
    private readonly FunctionCall _call;

    private OpCall(FunctionCall call)
    {
        _call = call;
        Tensors = [.. call.Tensors];
    }

    /// <summary>The tensors among the arguments, in order.</summary>
    public Tensor[] Tensors { get; }

    public static OpCall Of(JsonElement golden)
    {
        var name = golden.GetProperty("op").GetString()!;
        var args = (object?[])Number(RecordedValue.Read(golden.GetProperty("args")))!;
        var kwargs = (Dictionary<string, object?>)RecordedValue.Read(golden.GetProperty("kwargs"))!;
        return new OpCall(FunctionCall.Bind(name, [.. FunctionCatalog.Ops(name)], args, kwargs.ToDictionary(p => p.Key, p => Number(p.Value))));
    }

    public Tensor[] Invoke(Tensor[] tensors) => _call.Invoke(tensors) switch
    {
        Tensor single => [single],
        Tensor[] many => many,
        System.Runtime.CompilerServices.ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => (Tensor)tuple[i]!)],
        IEnumerable<Tensor> many => [.. many],
        var other => throw new AssertionException($"The call returned {other}."),
    };

    /// <summary>Infinities stand as text in these files.</summary>
    private static object? Number(object? value) => value switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        object?[] list => Array.ConvertAll(list, Number),
        _ => value,
    };
}
