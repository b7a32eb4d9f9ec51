using System.Globalization;
using System.Reflection;
using static KerasNet.Conformance.Calls.FunctionCatalog;

namespace KerasNet.Conformance.Calls;

/// <summary>A recorded call of a Python function, bound to the C# method that takes its arguments.</summary>
internal sealed class FunctionCall
{
    private readonly Candidate _candidate;
    private readonly object?[] _given;
    private readonly object?[] _arguments;

    private FunctionCall(Candidate candidate, object?[] given, object?[] arguments) => (_candidate, _given, _arguments) = (candidate, given, arguments);

    /// <summary>The tensors among the arguments, in order.</summary>
    public IReadOnlyList<Tensor> Tensors => [.. _given.SelectMany(All)];

    /// <exception cref="MissingException">No function has the name, or none has these parameters.</exception>
    /// <exception cref="ArgumentException">No form of the function takes values of these types.</exception>
    public static FunctionCall Bind(string name, IReadOnlyCollection<Candidate> candidates, IReadOnlyList<object?> args, IReadOnlyDictionary<string, object?> kwargs)
    {
        if (candidates.Count == 0)
        {
            throw new MissingException($"There is no function '{name}'.");
        }

        var fitting = candidates.Where(c => !c.Method.GetParameters().Any(p => p.ParameterType.IsByRefLike)).Select(c => (Candidate: c, Given: Places(c.Method, args, kwargs))).Where(c => c.Given is not null).ToList();
        if (fitting.Count == 0)
        {
            throw new MissingException($"No form of '{name}' has the parameters of {args.Count} arguments and ({string.Join(", ", kwargs.Keys)}). There is: {string.Join("; ", candidates.Select(c => Signature(c.Method)))}.");
        }

        foreach (var onesAsNumbers in (bool[])[false, true])
        {
            foreach (var (candidate, given) in fitting)
            {
                if (Convert(candidate.Method, given!, onesAsNumbers) is { } arguments)
                {
                    return new FunctionCall(candidate, given!, arguments);
                }
            }
        }

        throw new ArgumentException($"No form of '{name}' takes values of these types: {string.Join(", ", fitting[0].Given!.Select(g => g?.GetType().Name ?? "null"))}. There is: {string.Join("; ", fitting.Select(f => Signature(f.Candidate.Method)))}.");
    }

    public object? Invoke() => Invoke(_arguments);

    /// <summary>The call with other tensors in the places of its own.</summary>
    public object? Invoke(IReadOnlyList<Tensor> tensors)
    {
        var next = 0;
        object? Replace(object? value) => value switch
        {
            Tensor => tensors[next++],
            object?[] list => Array.ConvertAll(list, Replace),
            _ => value,
        };
        return Invoke(Convert(_candidate.Method, Array.ConvertAll(_given, Replace)) ?? throw new ArgumentException($"The tensors do not fit {Signature(_candidate.Method)}."));
    }

    private object? Invoke(object?[] arguments) => _candidate.Method.Invoke(_candidate.Target, BindingFlags.DoNotWrapExceptions, null, arguments, CultureInfo.InvariantCulture);

    private static IEnumerable<Tensor> All(object? value) => value switch
    {
        Tensor tensor => [tensor],
        object?[] list => list.SelectMany(All),
        _ => [],
    };

    private static bool IsRest(ParameterInfo parameter) => parameter.IsDefined(typeof(ParamArrayAttribute));

    /// <summary>One value for each parameter, <see cref="Missing"/> for a default; null when names or numbers do not fit.</summary>
    private static object?[]? Places(MethodInfo method, IReadOnlyList<object?> args, IReadOnlyDictionary<string, object?> kwargs)
    {
        var parameters = method.GetParameters();
        var given = new object?[parameters.Length];
        Array.Fill(given, Missing.Value);
        if (parameters is [var first, ..] && first.ParameterType == typeof(Tensors) && args.Count > 0 && args.All(a => a is Tensor))
        {
            args = [args.ToArray()]; // *x
        }

        for (var i = 0; i < args.Count; i++)
        {
            if (i >= parameters.Length - 1 && parameters is [.., var last] && IsRest(last) && !(i == args.Count - 1 && args[i] is object?[]))
            {
                given[^1] = args.Skip(i).ToArray();
                break;
            }

            if (i >= parameters.Length)
            {
                return null;
            }

            given[i] = args[i];
        }

        foreach (var (name, value) in kwargs)
        {
            var at = Array.FindIndex(parameters, p => Plain(p.Name!) == Plain(name));
            if (at >= 0)
            {
                given[at] = value;
            }
            else if (parameters is [.., var rest] && IsRest(rest) && rest.ParameterType == typeof((string, int)[]))
            {
                // Python's free keywords are pairs of name and value.
                given[^1] = (object?[])[.. given[^1] as object?[] ?? [], new object?[] { name, value }];
            }
            else
            {
                return null;
            }
        }

        return parameters.Where((p, i) => given[i] == Missing.Value && !p.IsOptional && !IsRest(p)).Any() ? null : given;
    }

    private static object?[]? Convert(MethodInfo method, object?[] given, bool onesAsNumbers = true)
    {
        var parameters = method.GetParameters();
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            arguments[i] = given[i] != Missing.Value ? Conversion.To(given[i], parameters[i].ParameterType)
                : IsRest(parameters[i]) ? Array.CreateInstance(parameters[i].ParameterType.GetElementType()!, 0)
                : parameters[i].DefaultValue is DBNull or Missing ? null
                : parameters[i].DefaultValue;
            if (arguments[i] == Conversion.Unfit || (!onesAsNumbers && given[i] is object?[] { Length: 1 } && arguments[i] is int))
            {
                return null;
            }
        }

        return arguments;
    }

    private static string Signature(MethodInfo method) => $"{method.Name}({string.Join(", ", method.GetParameters().Select(p => $"{p.ParameterType.Name} {p.Name}"))})";
}
