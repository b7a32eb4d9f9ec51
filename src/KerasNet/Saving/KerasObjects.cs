using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using KerasNet.Internal;

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
    ];

    private static readonly CustomObjects _functions = new();
    private static readonly Lazy<Dictionary<string, Type>> _own = new(FindOwn);

    /// <summary>Lets files name a class of yours.</summary>
    /// <typeparam name="T">A layer, loss, metric, optimizer, initializer, regularizer or constraint; saved by its constructor.</typeparam>
    /// <param name="name">Name in files; null: that of the class.</param>
    public static void Register<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicProperties)] T>(string? name = null)
        where T : class => _registered[name ?? typeof(T).Name] = typeof(T);

    /// <summary>Gives the function of a Lambda layer, or an activation, whose Python code a file holds or names.</summary>
    /// <param name="name">Name of the layer, or of the function.</param>
    /// <param name="function">What it computes.</param>
    public static void RegisterFunction(string name, Func<Tensor, Tensor> function) => _functions.Function(name, function);

    /// <summary>Gives the function of a Lambda layer of several tensors.</summary>
    /// <param name="name">Name of the layer, or of the function.</param>
    /// <param name="function">What it computes.</param>
    public static void RegisterFunctions(string name, Func<Tensors, Tensors> function) => _functions.Functions(name, function);

    /// <summary>True for a class of the user's own.</summary>
    internal static bool IsCustom(string className) => LoadContext.Current?.Custom.FindClass(className) is not null || _registered.ContainsKey(className);

    /// <summary>True for a class that layers in files may have.</summary>
    internal static bool IsKnownLayer(string className) => TryFindLayer(className, out _);

    /// <summary>The type of a layer in a file.</summary>
    internal static bool TryFindLayer(string className, [NotNullWhen(true)] out Type? type) => TryFind(className, typeof(Layers.Layer), out type);

    /// <summary>The user's function of a name; null where there is none.</summary>
    internal static Func<Tensors, Tensors>? FindFunction(string name) => LoadContext.Current?.Custom.FindFunction(name) ?? _functions.FindFunction(name);

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
        type = LoadContext.Current?.Custom is { } custom ? custom.FindClass(className) ?? custom.FindClass(bare) : null;
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
