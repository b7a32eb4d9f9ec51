using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using KerasNet.Internal;
using KerasNet.Saving.Legacy;

namespace KerasNet.Saving;

/// <summary>The classes that may stand in a Keras file, by name. Own classes join by <see cref="Register{T}"/>.</summary>
/// <remarks>Python: <c>keras.saving.register_keras_serializable</c>.</remarks>
public static class KerasObjects
{
    private static readonly ConcurrentDictionary<string, Type> _registered = new(StringComparer.Ordinal);
    private static readonly Type[] _kinds =
    [
        typeof(Layers.Layer), typeof(Losses.Loss), typeof(Metrics.Metric), typeof(Optimizers.Optimizer), typeof(Initializers.Initializer),
        typeof(Regularizers.Regularizer), typeof(Constraints.Constraint), typeof(Optimizers.Schedules.LearningRateSchedule), typeof(Preprocessing.Feature), typeof(Preprocessing.Cross),
        typeof(Optimizers.OptimizerMap), typeof(Distillation.DistillationLoss),
        typeof(Quantizers.Quantizer), typeof(Quantizers.QuantizationConfig), typeof(Layers.DTypePolicy),
    ];

    private static readonly CustomObjects _functions = new();
    private static readonly Lazy<Dictionary<string, Type>> _own = new(FindOwn);

    /// <summary>Lets files name a class of yours.</summary>
    /// <typeparam name="T">A layer, loss, metric, optimizer, initializer, regularizer or constraint; saved by its constructor.</typeparam>
    /// <param name="name">Name in files; null: that of the class.</param>
    /// <param name="package">What stands before the name in files, <c>package>name</c>, as the first argument of Python's decorator, which has <c>Custom</c> where it has none; null: nothing.</param>
    public static void Register<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicProperties)] T>(string? name = null, string? package = null)
        where T : class => _registered[(package is null ? string.Empty : package + ">") + (name ?? typeof(T).Name)] = typeof(T);

    /// <summary>Gives the function of a Lambda layer, or an activation, whose Python code a file holds or names.</summary>
    /// <param name="name">Name of the layer, or of the function.</param>
    /// <param name="function">What it computes.</param>
    public static void RegisterFunction(string name, Func<Tensor, Tensor> function) => _functions.Function(name, function);

    /// <summary>Gives the function of a Lambda layer of several tensors.</summary>
    /// <param name="name">Name of the layer, or of the function.</param>
    /// <param name="function">What it computes.</param>
    public static void RegisterFunctions(string name, Func<Tensors, Tensors> function) => _functions.Functions(name, function);

    /// <summary>The classes that were registered, by their names in files.</summary>
    /// <remarks>Python: <c>keras.saving.get_custom_objects</c>. A copy: register with <see cref="Register{T}"/>.</remarks>
    public static IReadOnlyDictionary<string, Type> GetCustomObjects() => new Dictionary<string, Type>(_registered, StringComparer.Ordinal);

    /// <summary>The name under which a class was registered; that of the class when it was not.</summary>
    /// <param name="obj">The class.</param>
    /// <remarks>Python: <c>keras.saving.get_registered_name</c>.</remarks>
    public static string GetRegisteredName(Type obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return RegisteredName(obj) ?? obj.Name;
    }

    /// <summary>The class of a name: in the <see cref="CustomObjectScope"/> around, among those registered, or in <paramref name="customObjects"/>; null where there is none.</summary>
    /// <param name="name">Its name in files.</param>
    /// <param name="customObjects">Asked last.</param>
    /// <remarks>Python: <c>keras.saving.get_registered_object</c>. Keras's own classes are not registered.</remarks>
    public static Type? GetRegisteredObject(string name, CustomObjects? customObjects = null) =>
        LoadContext.Find(c => c.FindClass(name)) ?? _registered.GetValueOrDefault(name) ?? customObjects?.FindClass(name);

    /// <summary>Keras's form of an object: class name, config and where it comes from. Numbers, text, null and lists are their own form, and an activation is its name.</summary>
    /// <param name="obj">A layer, model, loss, metric, optimizer, schedule, initializer, regularizer, constraint, activation, dtype policy, or a plain value.</param>
    /// <remarks>Python: <c>keras.saving.serialize_keras_object</c>, and <c>serialize</c> of <c>keras.losses</c>, <c>keras.optimizers</c> and the like. A model's form has no weights.</remarks>
    /// <exception cref="ArgumentException">The class has no public constructor, or one whose parameters have no properties.</exception>
    public static JsonNode? SerializeKerasObject(object? obj) => obj is Layers.Layer ? ObjectSerializer.Serialize(obj) : ConfigValues.ToJson(obj);

    /// <summary>Makes an object from Keras's form of it, or from a name that is known.</summary>
    /// <typeparam name="T">What it is: <c>Loss</c>, <c>Optimizer</c>, <c>Layer</c>, <c>Dense</c>, …; it decides between a loss and a metric of one name.</typeparam>
    /// <param name="config">What <see cref="SerializeKerasObject"/> or Keras wrote.</param>
    /// <param name="customObjects">Classes and functions that it names and only the program knows.</param>
    /// <returns>The object; null for null.</returns>
    /// <remarks>Python: <c>keras.saving.deserialize_keras_object</c>, and <c>deserialize</c> of <c>keras.losses</c>, <c>keras.optimizers</c> and the like.</remarks>
    /// <exception cref="ArgumentException">The class is unknown, is no <typeparamref name="T"/>, or its config does not fit it.</exception>
    public static T? DeserializeKerasObject<T>(JsonNode? config, CustomObjects? customObjects = null)
        where T : class
    {
        if (config is null)
        {
            return null;
        }

        using var context = LoadContext.Enter(customObjects);
        var node = JsonNode.Parse(config.ToJsonString())!;
        object? made = node is not JsonArray && typeof(T) == typeof(Losses.Loss) ? LossConfig.One(node, KerasOrigin.Current)
            : node is not JsonArray && typeof(T) == typeof(Optimizers.Optimizer) ? OptimizerConfig.Create(node, KerasOrigin.Current)
            : ConfigValues.FromJson(node, typeof(T), "config");
        return made as T ?? throw new ArgumentException($"The config makes a {made?.GetType().Name ?? "null"}. Expected: a {typeof(T).Name}. Ask for the kind that was written.", nameof(config));
    }

    /// <summary>True for a class of the user's own.</summary>
    internal static bool IsCustom(string className) => LoadContext.Find(c => c.FindClass(className)) is not null || _registered.ContainsKey(className);

    /// <summary>True for a class that layers in files may have.</summary>
    internal static bool IsKnownLayer(string className) => TryFindLayer(className, out _);

    /// <summary>The type of a layer in a file.</summary>
    internal static bool TryFindLayer(string className, [NotNullWhen(true)] out Type? type) => TryFind(className, typeof(Layers.Layer), out type);

    /// <summary>The user's function of a name; null where there is none.</summary>
    internal static Func<Tensors, Tensors>? FindFunction(string name) => LoadContext.Find(c => c.FindFunction(name)) ?? _functions.FindFunction(name);

    /// <summary>Names of all classes of a kind.</summary>
    internal static IEnumerable<string> Names(Type kind) => _own.Value.Keys.Where(k => k.StartsWith(kind.Name + ":", StringComparison.Ordinal)).Select(k => k[(kind.Name.Length + 1)..]).Concat(_registered.Keys);

    internal static string? RegisteredName(Type type) => _registered.FirstOrDefault(p => p.Value == type).Key;

    /// <summary>The type of a class name; <paramref name="kind"/> decides between classes of one name (a loss and a metric).</summary>
    /// <exception cref="ArgumentException">No class has the name.</exception>
    internal static Type Find(string className, Type kind)
    {
        if (TryFind(className, kind, out var type))
        {
            return type;
        }

        throw new ArgumentException(Suggest.Unknown($"{kind.Name.ToLowerInvariant()} class", className[(className.LastIndexOf('>') + 1)..], Names(kind), "Register a class of your own with KerasObjects.Register<T>(), or pass customObjects."));
    }

    private static bool TryFind(string className, Type kind, [NotNullWhen(true)] out Type? type)
    {
        var bare = className[(className.LastIndexOf('>') + 1)..];
        kind = Array.Find(_kinds, k => k.IsAssignableFrom(kind)) ?? kind;
        type = LoadContext.Find(c => c.FindClass(className) ?? c.FindClass(bare));
        return type is not null || _registered.TryGetValue(className, out type) || _registered.TryGetValue(bare, out type) || _own.Value.TryGetValue(kind.Name + ":" + bare, out type);
    }

    /// <summary>Our classes by kind and name; a class of several kinds does not exist.</summary>
    private static Dictionary<string, Type> FindOwn()
    {
        var found = new Dictionary<string, Type>(StringComparer.Ordinal);
        foreach (var type in typeof(KerasObjects).Assembly.GetExportedTypes().Where(t => !t.IsAbstract))
        {
            if (Array.Find(_kinds, k => k.IsAssignableFrom(type)) is { } kind)
            {
                found[kind.Name + ":" + type.Name] = type;
            }
        }

        found["Layer:Functional"] = typeof(Model);
        return found;
    }
}
