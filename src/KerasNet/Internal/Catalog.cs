using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace KerasNet.Internal;

/// <summary>All objects of one kind by name: the public classes of its namespace, by class name, snake_case name and <see cref="AliasAttribute"/>, and static objects of its type.</summary>
/// <typeparam name="T">The kind: its base class.</typeparam>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The namespaces are rooted by ILLink.Descriptors.xml.")]
[UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The namespaces are rooted by ILLink.Descriptors.xml.")]
internal static class Catalog<T>
    where T : class
{
    // Keras looks optimizers up whatever the case, everything else by exact name.
    private static readonly Lazy<Dictionary<string, Func<T>>> _makers = new(() => Scan(IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal));

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names => _makers.Value.Keys;

    /// <summary>A new object with Keras's default arguments.</summary>
    /// <exception cref="ArgumentException">The name is unknown, or the class cannot be made without arguments.</exception>
    public static T Get(string name) => _makers.Value.TryGetValue(name, out var make)
        ? make()
        : throw new ArgumentException(Suggest.Unknown(Kind, name, Names.Select(n => IgnoresCase ? n.ToLowerInvariant() : n).Where(n => !n.Any(char.IsUpper))), nameof(name));

    private static bool IgnoresCase => typeof(T) == typeof(Optimizers.Optimizer);

    private static string Kind => typeof(T) == typeof(Activations.ActivationFunction) ? "activation" : typeof(T).Name.ToLowerInvariant();

    private static Dictionary<string, Func<T>> Scan(StringComparer comparer)
    {
        var makers = new Dictionary<string, Func<T>>(comparer);
        foreach (var type in typeof(T).Assembly.GetTypes().Where(t => t.IsPublic && t.Namespace == typeof(T).Namespace))
        {
            if (type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
            {
                Add(makers, type.Name, type, () => Make(type));
            }

            foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType.IsAssignableTo(typeof(T))))
            {
                Add(makers, field.Name, field, () => (T)field.GetValue(null)!);
            }
        }

        return makers;
    }

    private static void Add(Dictionary<string, Func<T>> makers, string name, MemberInfo member, Func<T> make)
    {
        foreach (var key in (string[])[name, AutoName.ToSnakeCase(name), .. member.GetCustomAttribute<AliasAttribute>()?.Names ?? []])
        {
            makers.TryAdd(key, make);
        }
    }

    private static T Make(Type type)
    {
        var constructor = type.GetConstructors().FirstOrDefault(c => c.GetParameters().All(p => p.IsOptional))
            ?? throw new ArgumentException($"{type.Name} cannot be made by its name alone: its constructor asks for {string.Join(", ", type.GetConstructors()[0].GetParameters().Where(p => !p.IsOptional).Select(p => $"'{p.Name}'"))}. Use new {type.Name}(…).");
        return (T)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [.. constructor.GetParameters().Select(p => p.DefaultValue)], null);
    }
}
