using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Models;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>A function of <see cref="Ops"/> that was called on symbolic tensors outside a layer: a node of its own in the model.</summary>
internal sealed class FunctionOperation : Operation
{
    /// <summary>Classes of Keras that have another name than their function.</summary>
    private static readonly Dictionary<string, string> _otherNames = new(StringComparer.Ordinal)
    {
        ["Array"] = nameof(Ops.ConvertToTensor), ["BatchNorm"] = nameof(Ops.BatchNormalization), ["LayerNorm"] = nameof(Ops.LayerNormalization), ["RMSNorm"] = nameof(Ops.RmsNormalization),
    };

    /// <summary>A name in a config: the arguments of the call, in Keras's order, where they are not just the tensors.</summary>
    public const string Arguments = "$args";

    /// <summary>Classes whose call takes any number of tensors one by one.</summary>
    private static readonly string[] _spread = ["Einsum", "Meshgrid"];

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

    /// <summary>Config and call as a file holds them, where the operation comes from one: they are written again as they were.</summary>
    public (JsonObject Config, JsonObject Call)? Saved { get; private init; }

    /// <summary>Makes the call at once, or in the running trace.</summary>
    public Tensors Compute(Tensors inputs) => _call(inputs);

    /// <summary>The same function as an operation of another model.</summary>
    public FunctionOperation Copied()
    {
        var copy = new FunctionOperation(ClassName, _call, Config) { Saved = Saved };
        copy.Rename(Name);
        return copy;
    }

    /// <summary>Records a call.</summary>
    public Tensors Call(Tensors inputs)
    {
        var (specs, single) = SymbolicRules.Apply(ClassName, inputs, Config, _call);
        return Record(inputs, specs, single).Outputs;
    }

    /// <summary>The arguments of a call as Keras's class takes them: some functions take lists, of which each has as many tensors as the others.</summary>
    public IEnumerable<JsonNode?> Arrange(IReadOnlyList<JsonNode?> tensors)
    {
        var lists = Methods(ClassName).Select(m => m.GetParameters().Count(p => FunctionArguments.IsTensors(p) && p.ParameterType != typeof(Tensor))).FirstOrDefault();
        if (lists == 0 || _spread.Contains(ClassName))
        {
            return tensors;
        }

        var each = tensors.Count / lists;
        return [.. tensors.Take(each * lists).Chunk(each).Select(l => new JsonArray(l)), .. tensors.Skip(each * lists)];
    }

    /// <summary>True for functions of Keras's module of images, which has its classes apart.</summary>
    public bool IsOfImages => Methods(ClassName).FirstOrDefault()?.DeclaringType == typeof(Ops.Image);

    /// <summary>True for the class name of a function: a method of <see cref="Ops"/> with that name.</summary>
    public static bool IsFunction(string className) => Methods(className).Any();

    /// <summary>The operation of a file.</summary>
    /// <param name="className">Keras's class.</param>
    /// <param name="config">Its constructor arguments.</param>
    /// <param name="call">Its call; null where the caller brings tensors only.</param>
    /// <exception cref="ArgumentException">No form of the function takes these arguments.</exception>
    public static FunctionOperation FromConfig(string className, JsonObject config, JsonObject? call = null)
    {
        var error = default(ArgumentException);

        // Several forms may take the arguments: a list of axes beside a single one. The one that knows most of them comes first; what is off needs no form.
        bool IsKnown(MethodInfo method, string key) => Array.Exists(method.GetParameters(), p => string.Equals(key, FunctionArguments.KeyOf(p), StringComparison.OrdinalIgnoreCase));
        foreach (var method in Methods(className).OrderByDescending(m => config.Count(c => c.Value is not null && c.Value.GetValueKind() != JsonValueKind.False && IsKnown(m, c.Key))))
        {
            try
            {
                return FromConfig(method, className, config, call);
            }
            catch (ArgumentException e)
            {
                error ??= e;
            }
        }

        throw error ?? new ArgumentException($"There is no function '{className}'.", nameof(className));
    }

    private static FunctionOperation FromConfig(MethodInfo method, string className, JsonObject config, JsonObject? call)
    {
        var arguments = FunctionArguments.Bind(method, className, config, call);
        var operation = new FunctionOperation(className, inputs => Tensors(method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments.Of(inputs), null), className), [])
        {
            Saved = call is null ? null : (config.DeepClone().AsObject(), call.DeepClone().AsObject()),
        };
        if (config["name"]?.GetValue<string>() is { Length: > 0 } name)
        {
            operation.Rename(name);
        }

        return operation;
    }

    private static Tensors Tensors(object? result, string className) => result switch
    {
        Tensor one => one,
        Tensor[] many => many,
        Tensors many => many,
        ITuple several => new Tensors(Enumerable.Range(0, several.Length).Select(i => Tensors(several[i], className).Single())),
        _ => throw new InvalidOperationException($"{className} gave no tensor."),
    };

    internal override Tensors Replay(OperationCall call, Tensors inputs, Func<Tensor, Tensor> map) => _call(inputs);

    /// <summary>The forms of a function; class names differ from methods in case only (Isclose, IsClose), or have another name.</summary>
    private static IEnumerable<MethodInfo> Methods(string className) => new[] { typeof(Ops), typeof(Ops.Image), typeof(Saving.Legacy.TensorFlowOps) }.SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static)).Where(m =>
        string.Equals(m.Name, _otherNames.GetValueOrDefault(className, className), StringComparison.OrdinalIgnoreCase)
        && m.GetParameters() is var parameters && Array.Exists(parameters, FunctionArguments.IsTensors) && !Array.Exists(parameters, p => p.ParameterType.IsByRefLike || p.ParameterType.IsAssignableTo(typeof(Delegate))));
}
