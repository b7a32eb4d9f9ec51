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

    private static readonly Lazy<Dictionary<string, Type>> _own = new(FindOwn);

    /// <summary>Lets files name a class of yours.</summary>
    /// <typeparam name="T">A layer, loss, metric, optimizer, initializer, regularizer or constraint; saved by its constructor.</typeparam>
    /// <param name="name">Name in files; null: that of the class.</param>
    public static void Register<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicProperties)] T>(string? name = null)
        where T : class => _registered[name ?? typeof(T).Name] = typeof(T);

    internal static string? RegisteredName(Type type) => _registered.FirstOrDefault(p => p.Value == type).Key;

    /// <summary>The type of a class name; <paramref name="kind"/> decides between classes of one name (a loss and a metric).</summary>
    /// <exception cref="ArgumentException">No class has the name.</exception>
    internal static Type Find(string className, Type kind)
    {
        kind = Array.Find(_kinds, k => k.IsAssignableFrom(kind)) ?? kind;
        var bare = className.Contains('>') ? className[(className.LastIndexOf('>') + 1)..] : className;
        if (_registered.TryGetValue(className, out var type) || _registered.TryGetValue(bare, out type) || _own.Value.TryGetValue(kind.Name + ":" + bare, out type))
        {
            return type;
        }

        var names = _own.Value.Keys.Where(k => k.StartsWith(kind.Name + ":", StringComparison.Ordinal)).Select(k => k[(kind.Name.Length + 1)..]);
        throw new ArgumentException(Suggest.Unknown($"{kind.Name.ToLowerInvariant()} class", bare, names, "Register a class of your own with KerasObjects.Register<T>()."));
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
