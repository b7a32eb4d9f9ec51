using System.Reflection;
using System.Text.Json;

namespace KerasNet.Tests;

/// <summary>A recorded call of keras.ops as a call of <see cref="Ops"/>: Python's names, written in C#'s manner, find method and parameters.</summary>
internal sealed class OpCall
{
    private static readonly object _unfit = new();
    private readonly MethodInfo _method;
    private readonly JsonElement?[] _given;

    private OpCall(MethodInfo method, JsonElement?[] given)
    {
        _method = method;
        _given = given;
        var tensors = new List<Tensor>();
        foreach (var json in given)
        {
            Collect(json, tensors);
        }

        Tensors = [.. tensors];
    }

    /// <summary>The tensors among the arguments, in order.</summary>
    public Tensor[] Tensors { get; }

    public static OpCall Of(JsonElement golden)
    {
        var name = golden.GetProperty("op").GetString()!.Split('.')[^1];
        var methods = typeof(Ops).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => Plain(m.Name) == Plain(name)).ToList();
        Assert.That(methods, Is.Not.Empty, $"Ops has no method for keras.ops.{name}");
        foreach (var method in methods)
        {
            if (Given(method, golden) is { } given && new OpCall(method, given) is var call && call.Arguments(call.Tensors) is not null)
            {
                return call;
            }
        }

        throw new AssertionException($"No overload of Ops.{methods[0].Name} takes {golden.GetProperty("args").EnumerateArray().Count()} arguments and {golden.GetProperty("kwargs").GetRawText()}.");
    }

    public Tensor[] Invoke(Tensor[] tensors)
    {
        try
        {
            return _method.Invoke(null, Arguments(tensors)) switch
            {
                Tensor single => [single],
                Tensor[] many => many,
                System.Runtime.CompilerServices.ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => (Tensor)tuple[i]!)],
                IEnumerable<Tensor> many => [.. many],
                var other => throw new AssertionException($"{_method.Name} returned {other}."),
            };
        }
        catch (TargetInvocationException exception)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }

    private static string Plain(string name) => name.Replace("_", string.Empty).ToLowerInvariant();

    private static JsonElement?[]? Given(MethodInfo method, JsonElement golden)
    {
        var parameters = method.GetParameters();
        JsonElement[] args = [.. golden.GetProperty("args").EnumerateArray()];
        if (parameters is [.., var rest] && rest.IsDefined(typeof(ParamArrayAttribute)) && args.Length >= parameters.Length)
        {
            var tail = JsonSerializer.SerializeToElement(args[(parameters.Length - 1)..]);
            args = [.. args[..(parameters.Length - 1)], tail];
        }

        if (args.Length > parameters.Length)
        {
            return null;
        }

        var given = new JsonElement?[parameters.Length];
        for (var i = 0; i < args.Length; i++)
        {
            given[i] = args[i];
        }

        foreach (var keyword in golden.GetProperty("kwargs").EnumerateObject())
        {
            var at = Array.FindIndex(parameters, p => Plain(p.Name!) == Plain(keyword.Name));
            if (at < 0)
            {
                return null;
            }

            given[at] = keyword.Value;
        }

        return parameters.Where((p, i) => given[i] is null && !p.HasDefaultValue && !p.IsDefined(typeof(ParamArrayAttribute))).Any() ? null : given;
    }

    private static void Collect(JsonElement? json, List<Tensor> tensors)
    {
        if (json is { } value && GoldenTensor.IsTensor(value))
        {
            tensors.Add(GoldenTensor.Read(value));
        }
        else if (json is { ValueKind: JsonValueKind.Array } list)
        {
            foreach (var item in list.EnumerateArray())
            {
                Collect(item, tensors);
            }
        }
    }

    private object?[]? Arguments(Tensor[] tensors)
    {
        var parameters = _method.GetParameters();
        var arguments = new object?[parameters.Length];
        var next = 0;
        for (var i = 0; i < parameters.Length; i++)
        {
            arguments[i] = _given[i] is { } json ? Convert(json, parameters[i].ParameterType, tensors, ref next) : parameters[i].HasDefaultValue ? parameters[i].DefaultValue : Array.Empty<Tensor>();
            if (arguments[i] is System.Reflection.Missing or System.DBNull)
            {
                arguments[i] = null;
            }

            if (arguments[i] == _unfit)
            {
                return null;
            }
        }

        return arguments;
    }

    private static object? Convert(JsonElement json, Type type, Tensor[] tensors, ref int next)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (json.ValueKind == JsonValueKind.Null)
        {
            return target != type || !type.IsValueType ? null : _unfit;
        }

        if (GoldenTensor.IsTensor(json))
        {
            return target == typeof(Tensor) ? tensors[next++] : _unfit;
        }

        if (json.ValueKind == JsonValueKind.Array)
        {
            return List(json, target, tensors, ref next);
        }

        var isNumber = json.ValueKind == JsonValueKind.Number || json.GetRawText() is "\"inf\"" or "\"-inf\"";
        return target switch
        {
            _ when target == typeof(bool) && json.ValueKind is JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
            _ when target == typeof(int) && isNumber && json.TryGetInt32(out var whole) => (object)whole,
            _ when target == typeof(double) && isNumber => GoldenTensor.Number(json),
            _ when target == typeof(float) && isNumber => (float)GoldenTensor.Number(json),
            _ when target == typeof(string) && json.ValueKind == JsonValueKind.String && !isNumber => json.GetString(),
            _ when target == typeof(DataType) && json.ValueKind == JsonValueKind.String => DataTypes.Parse(json.GetString()!),
            _ when target == typeof(Tensor) && isNumber => json.GetRawText().Contains('.') || json.ValueKind == JsonValueKind.String ? (Tensor)GoldenTensor.Number(json) : (Tensor)json.GetInt32(),
            _ when target == typeof(object) && isNumber => GoldenTensor.Number(json),
            _ => Implicitly(json, target),
        };
    }

    private static object? List(JsonElement json, Type target, Tensor[] tensors, ref int next)
    {
        if (target == typeof(Tensor[]))
        {
            var many = new Tensor[json.GetArrayLength()];
            for (var i = 0; i < many.Length; i++)
            {
                if (!GoldenTensor.IsTensor(json[i]))
                {
                    return _unfit;
                }

                many[i] = tensors[next++];
            }

            return many;
        }

        if (target == typeof(int[]) && json.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Number))
        {
            return json.EnumerateArray().Select(e => e.GetInt32()).ToArray();
        }

        if (target == typeof(TensorShape))
        {
            return new TensorShape([.. json.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.Null ? -1 : e.GetInt32())]);
        }

        if (target.IsAssignableTo(typeof(System.Runtime.CompilerServices.ITuple)) && target.GetGenericArguments().Length == json.GetArrayLength())
        {
            var parts = new object?[json.GetArrayLength()];
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = Convert(json[i], target.GetGenericArguments()[i], tensors, ref next);
                if (parts[i] == _unfit)
                {
                    return _unfit;
                }
            }

            return Activator.CreateInstance(target, parts);
        }

        return target.IsArray && target.GetElementType()!.IsAssignableTo(typeof(System.Runtime.CompilerServices.ITuple)) || target == typeof(int[][])
            ? Nested(json, target, tensors, ref next)
            : Implicitly(json, target);
    }

    private static object? Nested(JsonElement json, Type target, Tensor[] tensors, ref int next)
    {
        var array = Array.CreateInstance(target.GetElementType()!, json.GetArrayLength());
        for (var i = 0; i < array.Length; i++)
        {
            var item = Convert(json[i], target.GetElementType()!, tensors, ref next);
            if (item == _unfit)
            {
                return _unfit;
            }

            array.SetValue(item, i);
        }

        return array;
    }

    /// <summary>Closed sets and sizes convert from text, numbers or lists by operators of their own.</summary>
    private static object? Implicitly(JsonElement json, Type target)
    {
        foreach (var conversion in target.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.Name == "op_Implicit" && m.ReturnType == target))
        {
            var none = 0;
            var source = conversion.GetParameters()[0].ParameterType;
            if (source != target && source != typeof(Tensor) && Convert(json, source, [], ref none) is var value && value != _unfit)
            {
                return conversion.Invoke(null, [value]);
            }
        }

        return _unfit;
    }
}
