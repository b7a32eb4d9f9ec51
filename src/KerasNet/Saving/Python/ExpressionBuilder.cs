namespace KerasNet.Saving.Python;

/// <summary>Follows the instructions of an expression on a stack of values that are not known yet, and gives the function of the inputs that they describe.</summary>
internal static class ExpressionBuilder
{
    /// <summary>The function; null where an instruction or a called function is not known.</summary>
    public static Func<Tensors, object?>? Build(PythonCode code, IReadOnlyList<Instruction> instructions, IReadOnlyList<object?> arguments)
    {
        // What is built is called from within: a chain of any length would end the stack.
        if (instructions.Count > 1000)
        {
            return null;
        }

        var stack = new Stack<object?>();
        object?[] names = [];
        foreach (var (name, argument) in instructions)
        {
            switch (name)
            {
                case "NOP":
                    break;
                case "NULL":
                    stack.Push(NoValue.Instance);
                    break;
                case "CONST":
                    stack.Push(code.Constants.ElementAtOrDefault(argument));
                    break;
                case "LOCAL":
                    if (argument >= arguments.Count)
                    {
                        return null;
                    }

                    stack.Push(argument == 0 ? (Func<Tensors, object?>)(inputs => inputs.Count == 1 ? inputs[0] : inputs) : arguments[argument]);
                    break;
                case "GLOBAL":
                    stack.Push(new PythonPath(code.Names.ElementAtOrDefault(argument) ?? string.Empty));
                    break;
                case "FREE":
                    stack.Push(new PythonPath(code.Free.ElementAtOrDefault(argument) ?? string.Empty));
                    break;
                case "ATTRIBUTE":
                    if (stack.Count == 0 || stack.Pop() is not PythonPath owner)
                    {
                        return null;
                    }

                    stack.Push(owner with { Last = code.Names.ElementAtOrDefault(argument) ?? string.Empty });
                    break;
                case "KW_NAMES":
                    names = code.Constants.ElementAtOrDefault(argument) as object?[] ?? [];
                    break;
                case "CALL" or "CALL_KW":
                    if (name == "CALL_KW")
                    {
                        names = stack.Count > 0 ? stack.Pop() as object?[] ?? [] : [];
                    }

                    if (!Call(code, stack, argument, names))
                    {
                        return null;
                    }

                    names = [];
                    break;
                case "RETURN":
                    return stack.Count == 1 && stack.Pop() is Func<Tensors, object?> result ? result : null;
                case "RETURN_CONST":
                    return null;
                default:
                    if (!Operate(stack, name, argument))
                    {
                        return null;
                    }

                    break;
            }
        }

        return null;
    }

    private static bool Operate(Stack<object?> stack, string name, int argument)
    {
        var count = name switch { "NEGATIVE" => 1, "TUPLE" or "SLICE" => argument, "PAIR_SLICE" => 3, _ => 2 };
        if (stack.Count < count || count < 0)
        {
            return false;
        }

        var items = new object?[count];
        for (var i = count - 1; i >= 0; i--)
        {
            items[i] = stack.Pop();
        }

        if (Array.Exists(items, i => i is PythonPath or NoValue))
        {
            return false;
        }

        Func<object?[], object?>? compute = name switch
        {
            "TUPLE" => v => v.ToArray(),
            "SLICE" => v => new PythonSlice(v[0], v[1], v.ElementAtOrDefault(2)),
            "PAIR_SLICE" => v => PythonOperators.Subscript(v[0], new PythonSlice(v[1], v[2], null)),
            "NEGATIVE" => v => PythonOperators.Negative(v[0]),
            "SUBSCR" => v => PythonOperators.Subscript(v[0], v[1]),
            _ => PythonOperators.IsBinary(name) ? v => PythonOperators.Binary(name, v[0], v[1]) : null,
        };
        if (compute is null)
        {
            return false;
        }

        stack.Push(Apply(items, compute));
        return true;
    }

    private static bool Call(PythonCode code, Stack<object?> stack, int argument, object?[] names)
    {
        // Python 2 to 3.5 count positional and named arguments in two bytes.
        var (positional, named) = code.Layout is 2 or 30 && argument > 255 ? (argument & 255, argument >> 8) : (argument - names.Length, names.Length);
        var keys = new List<string>();
        var values = new List<object?>();
        if (code.Layout is 2 or 30 && argument > 255)
        {
            for (var i = 0; i < named; i++)
            {
                if (stack.Count < 2)
                {
                    return false;
                }

                var value = stack.Pop();
                keys.Insert(0, stack.Pop() as string ?? string.Empty);
                values.Insert(0, value);
            }
        }
        else
        {
            keys.AddRange(names.Select(n => n as string ?? string.Empty));
            for (var i = 0; i < named && stack.Count > 0; i++)
            {
                values.Insert(0, stack.Pop());
            }
        }

        for (var i = 0; i < positional && stack.Count > 0; i++)
        {
            values.Insert(0, stack.Pop());
        }

        if (stack.Count == 0 || stack.Pop() is not PythonPath function || values.Count != positional + named || PythonCalls.Find(function.Last, positional, keys) is not { } call)
        {
            return false;
        }

        if (stack.TryPeek(out var below) && below is NoValue)
        {
            stack.Pop();
        }

        stack.Push(Apply([.. values], call));
        return true;
    }

    /// <summary>A value of values that depend on the inputs; a constant where none does.</summary>
    private static object? Apply(object?[] items, Func<object?[], object?> compute) => Depends(items)
        ? (Func<Tensors, object?>)(inputs => compute([.. items.Select(i => Resolve(i, inputs))]))
        : compute(items);

    private static bool Depends(object?[] items) => Array.Exists(items, i => i is Func<Tensors, object?> || (i is object?[] inner && Depends(inner)));

    private static object? Resolve(object? item, Tensors inputs) => item switch
    {
        Func<Tensors, object?> f => f(inputs),
        object?[] several => several.Select(i => Resolve(i, inputs)).ToArray(),
        _ => item,
    };

    /// <summary>Stands below a called function on the stack of Python 3.11.</summary>
    private sealed class NoValue
    {
        public static readonly NoValue Instance = new();
    }
}
