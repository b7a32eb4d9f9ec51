using System.Reflection;
using System.Text.Json.Nodes;
using KerasNet.Models;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>A function of <see cref="Ops"/> that was called on symbolic tensors outside a layer: a node of its own in the model.</summary>
internal sealed class FunctionOperation : Operation
{
    private readonly Func<Tensors, Tensors> _call;

    private FunctionOperation(string className, Func<Tensors, Tensors> call, IReadOnlyList<(string Name, object? Value)> config)
        : base(className)
    {
        ClassName = className;
        Config = config;
        _call = call;
    }

    internal override string ClassName { get; }

    /// <summary>Keras's constructor arguments of the operation's class.</summary>
    public IReadOnlyList<(string Name, object? Value)> Config { get; }

    /// <summary>Records the call when an input is symbolic, else makes it.</summary>
    public static Tensors Run(string className, Tensors inputs, Func<Tensors, Tensors> call, ReadOnlySpan<(string Name, object? Value)> config) =>
        inputs.Any(t => t.IsKeras) ? new FunctionOperation(className, call, config.ToArray()).Call(inputs) : call(inputs);

    /// <summary>Names of the tensors that a call takes, where the operation comes from a file.</summary>
    public IReadOnlyList<string> TensorNames { get; private init; } = [];

    /// <summary>Makes the call at once, or in the running trace.</summary>
    public Tensors Compute(Tensors inputs) => _call(inputs);

    /// <summary>The same function as an operation of another model.</summary>
    public FunctionOperation Copied()
    {
        var copy = new FunctionOperation(ClassName, _call, Config) { TensorNames = TensorNames };
        copy.Rename(Name);
        return copy;
    }

    /// <summary>Records a call.</summary>
    public Tensors Call(Tensors inputs)
    {
        var (specs, single) = SymbolicRules.Apply(ClassName, inputs, Config, _call);
        return Record(inputs, specs, single).Outputs;
    }

    /// <summary>True for functions that take one list of tensors.</summary>
    public bool TakesList => Methods(ClassName).FirstOrDefault()?.GetParameters()[0].ParameterType is { } first && first != typeof(Tensor);

    /// <summary>True for the class name of a function: a method of <see cref="Ops"/> with that name.</summary>
    public static bool IsFunction(string className) => Methods(className).Any();

    /// <summary>The operation of a file: class name, and as config the arguments that are not tensors.</summary>
    /// <exception cref="ArgumentException">No form of the function takes these arguments.</exception>
    public static FunctionOperation FromConfig(string className, JsonObject config)
    {
        var error = default(ArgumentException);
        foreach (var method in Methods(className))
        {
            try
            {
                return FromConfig(method, className, config);
            }
            catch (ArgumentException e)
            {
                // Another form of the function may take them: a list of axes beside a single one.
                error ??= e;
            }
        }

        throw error ?? new ArgumentException($"There is no function '{className}'.", nameof(className));
    }

    private static FunctionOperation FromConfig(MethodInfo method, string className, JsonObject config)
    {
        var parameters = method.GetParameters();
        var values = new List<(string Name, object? Value)>();
        var fixedTensors = new Dictionary<int, Tensor?>();
        foreach (var parameter in parameters)
        {
            var key = KeyOf(parameter);
            var given = config.TryGetPropertyValue(key, out var node);
            if (IsTensors(parameter))
            {
                // A tensor may stand in the config as a number: the limits of a clip.
                if (given && parameter.ParameterType == typeof(Tensor))
                {
                    fixedTensors[parameter.Position] = node is null ? null : FunctionalOperations.Number(node);
                    values.Add((key, node is null ? null : FunctionalOperations.Number(node).ToDouble()));
                }

                continue;
            }

            if (given && node is null && parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null)
            {
                throw new ArgumentException($"{className}: '{key}' must not be null.");
            }

            values.Add((key, given ? ConfigValues.FromJson(node, parameter.ParameterType, $"{className}.{key}")
                : parameter.HasDefaultValue ? parameter.DefaultValue
                : throw new ArgumentException($"The config of {className} has no '{key}'.")));
        }

        var plain = values.ToDictionary(v => v.Name, v => v.Value);
        Tensors Invoke(Tensors inputs)
        {
            var tensor = 0;
            var arguments = parameters.Select(p => !IsTensors(p) ? plain[KeyOf(p)]
                : fixedTensors.TryGetValue(p.Position, out var constant) ? constant
                : p.ParameterType == typeof(Tensor) ? (tensor < inputs.Count ? inputs[tensor++] : p.HasDefaultValue ? p.DefaultValue : throw new ArgumentException($"{className} lacks its tensor '{KeyOf(p)}'."))
                : p.ParameterType == typeof(Tensors) ? new Tensors(inputs)
                : inputs.ToArray()).ToArray();
            return method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null) switch
            {
                Tensor one => one,
                Tensor[] many => many,
                Tensors many => many,
                _ => throw new InvalidOperationException($"{className} gave no tensor."),
            };
        }

        var operation = new FunctionOperation(className, Invoke, values)
        {
            TensorNames = [.. parameters.Where(p => IsTensors(p) && !fixedTensors.ContainsKey(p.Position)).Select(KeyOf)],
        };
        if (config["name"]?.GetValue<string>() is { Length: > 0 } name)
        {
            operation.Rename(name);
        }

        return operation;
    }

    internal override Tensors Replay(OperationCall call, Tensors inputs, Func<Tensor, Tensor> map) => _call(inputs);

    private static string KeyOf(ParameterInfo p) => Internal.AutoName.ToSnakeCase(char.ToUpperInvariant(p.Name![0]) + p.Name[1..]);

    private static bool IsTensors(ParameterInfo p) => p.ParameterType == typeof(Tensor) || p.ParameterType == typeof(Tensor[]) || p.ParameterType == typeof(Tensors);

    /// <summary>The forms of a function; class names differ from methods in case only (Isclose, IsClose).</summary>
    private static IEnumerable<MethodInfo> Methods(string className) => new[] { typeof(Ops), typeof(Ops.Image) }.SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static)).Where(m =>
        string.Equals(m.Name, className, StringComparison.OrdinalIgnoreCase)
        && m.GetParameters() is [var first, ..] parameters && IsTensors(first) && !parameters.Any(p => p.ParameterType.IsByRefLike));
}
