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

    /// <summary>Records a call.</summary>
    public Tensors Call(Tensors inputs)
    {
        var (specs, single) = SymbolicTrace.Shapes(inputs, _call);
        return Record(inputs, specs, single).Outputs;
    }

    /// <summary>True for the class name of a function: the method of <see cref="Ops"/> with that name.</summary>
    public static bool IsFunction(string className) => Method(className) is not null;

    /// <summary>The operation of a file: class name, and as config the arguments that are not tensors.</summary>
    public static FunctionOperation FromConfig(string className, JsonObject config)
    {
        var method = Method(className)!;
        var parameters = method.GetParameters();
        var values = new List<(string Name, object? Value)>();
        foreach (var parameter in parameters.Where(p => !IsTensors(p)))
        {
            var key = Internal.AutoName.ToSnakeCase(char.ToUpperInvariant(parameter.Name![0]) + parameter.Name[1..]);
            values.Add((key, config.TryGetPropertyValue(key, out var node)
                ? ConfigValues.FromJson(node, parameter.ParameterType, $"{className}.{key}")
                : parameter.DefaultValue));
        }

        Tensors Invoke(Tensors inputs)
        {
            var (tensor, value) = (0, 0);
            var arguments = parameters.Select(p => !IsTensors(p) ? values[value++].Value
                : p.ParameterType == typeof(Tensor) ? (tensor < inputs.Count ? inputs[tensor++] : p.DefaultValue)
                : inputs.ToArray()).ToArray();
            return method.Invoke(null, arguments) switch
            {
                Tensor one => one,
                Tensor[] many => many,
                Tensors many => many,
                _ => throw new InvalidOperationException($"{className} gave no tensor."),
            };
        }

        var operation = new FunctionOperation(className, Invoke, values);
        if (config["name"]?.GetValue<string>() is { Length: > 0 } name)
        {
            operation.Rename(name);
        }

        return operation;
    }

    internal override Tensors Replay(OperationCall call, Tensors inputs, Func<Tensor, Tensor> map) => _call(inputs);

    private static bool IsTensors(ParameterInfo p) => p.ParameterType == typeof(Tensor) || p.ParameterType == typeof(Tensor[]) || p.ParameterType == typeof(Tensors);

    private static MethodInfo? Method(string className) => Array.Find(
        typeof(Ops).GetMethods(BindingFlags.Public | BindingFlags.Static),
        m => m.Name == className && m.GetParameters() is [var first, ..] && IsTensors(first));
}
