using System.Reflection;
using KerasNet.Conformance.Calls;

namespace KerasNet.Conformance.Coverage;

/// <summary>What C# has for an object of Python's API: a type or forms of a method, and how it is written.</summary>
internal sealed record Counterpart(string Text, Type? Type, IReadOnlyList<MethodBase> Forms)
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy;
    private static readonly Type[] _types = [.. typeof(Tensor).Assembly.GetExportedTypes()];
    private static readonly HashSet<string> _everywhere = ["name", "dtype", "trainable", "activity_regularizer"];

    /// <summary>The counterpart, or null where there is none.</summary>
    public static Counterpart? Of(PythonObject python) => Named(python) ?? (python.IsClass ? Class(python) : Function(python));

    /// <summary>Parameters of Python's that no form takes.</summary>
    public IReadOnlyList<string> Missing(PythonObject python) => Type is null && Forms.Count == 0
        ? []
        : [.. python.Parameters.Select(p => p.Name).Where(p => !_everywhere.Contains(p) && !Takes(p) && !Renamed.IsOnlyArgument(python, p))];

    private bool Takes(string parameter)
    {
        var plain = FunctionCatalog.Plain(parameter);
        return Forms.Any(f => f.GetParameters().Any(p => FunctionCatalog.Plain(p.Name!) == plain))
            || (Type is not null && Type.GetProperties(Members).Any(p => p.SetMethod is { IsPublic: true } && FunctionCatalog.Plain(p.Name) == plain));
    }

    private static Counterpart? Named(PythonObject python)
    {
        if (!Renamed.Names.TryGetValue(python.Path, out var renamed))
        {
            return null;
        }

        if (Find(renamed.Member) is { } type)
        {
            return new Counterpart(renamed.Text, type, Constructors(type));
        }

        var dot = renamed.Member.LastIndexOf('.');
        var owner = dot < 0 ? null : Find(renamed.Member[..dot]);
        return owner?.GetMember(renamed.Member[(dot + 1)..], Members) is { Length: > 0 } members
            ? new Counterpart(renamed.Text, null, members[0].Name == "op_Implicit" ? [] : [.. members.OfType<MethodBase>()])
            : null;
    }

    private static Counterpart? Class(PythonObject python)
    {
        var space = string.Concat(python.Module.Split('.').Skip(1).Select(p => "." + Pascal(p)));
        var type = Find(space.TrimStart('.') + (space.Length == 0 ? string.Empty : ".") + python.Name)
            ?? (IsKind(space) ? null : Array.Find(_types, t => t.Name == python.Name || t.Name == python.Pascal));
        return type is null ? null : new Counterpart(Display(type), type, Constructors(type));
    }

    /// <summary>What a user's program may call, or its own class.</summary>
    private static ConstructorInfo[] Constructors(Type type) =>
        [.. type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(c => c.IsPublic || c.IsFamily || c.IsFamilyOrAssembly)];

    /// <summary>A function that makes a layer and calls it is both here: <c>new Layers.Add().Apply(inputs)</c>.</summary>
    private static Counterpart MadeAndCalled(Type type) => type.IsSubclassOf(typeof(Layers.Layer))
        ? new Counterpart($"new {Display(type)}(…).Apply", type, [.. Constructors(type), .. type.GetMethods(Members).Where(m => m.Name == "Apply")])
        : new Counterpart(Display(type), type, Constructors(type));

    private static Counterpart? Function(PythonObject python)
    {
        var parts = python.Module.Split('.');
        return parts.ElementAtOrDefault(1) switch
        {
            "ops" => FormsOf(parts is [_, _, "image", ..] ? "Ops.Image" : "Ops", FunctionCatalog.Ops(python.Path["keras.ops.".Length..]).Select(c => c.Method).Where(m => m.IsPublic)),
            "random" => Method("RandomOps", python.Pascal),
            "activations" => FunctionCatalog.Activations(python.Name).ToList() is { Count: > 0 } found
                ? new Counterpart("Activations." + found[0].Method.DeclaringType!.Name switch { _ when found[0].Target is null => found[0].Method.Name, _ => python.Pascal }, null, [.. found.Select(c => c.Method)])
                : null,
            "losses" or "metrics" => LossFunction(python, parts[1]),
            "config" => Setting(python) ?? Elsewhere(python, parts),
            _ => Elsewhere(python, parts),
        };
    }

    /// <summary>What Python reads and writes by functions is a property of the settings: <c>epsilon</c> and <c>set_epsilon</c>, <c>enable_x</c>, <c>disable_x</c> and <c>is_x_enabled</c>.</summary>
    private static Counterpart? Setting(PythonObject python)
    {
        var name = python.Name;
        var verb = Array.Find(["set_", "enable_", "disable_", "is_"], v => name.StartsWith(v, StringComparison.Ordinal)) ?? string.Empty;
        name = name[verb.Length..];
        name = verb == "is_" && name.EndsWith("_enabled", StringComparison.Ordinal) ? name[..^"_enabled".Length] : name;
        return typeof(KerasConfig).GetProperties().FirstOrDefault(p => FunctionCatalog.Plain(p.Name) == FunctionCatalog.Plain(name)) is { } property
            && (verb is "" or "is_" || property.SetMethod is { IsPublic: true })
            && (verb is "" or "set_" || property.PropertyType == typeof(bool))
            ? new Counterpart($"KerasConfig.{property.Name}", null, [])
            : null;
    }

    /// <summary>A loss or metric as a function is the static method Function of its class.</summary>
    private static Counterpart? LossFunction(PythonObject python, string kind) => (string[])["Losses", "Metrics"] is var spaces
        && (kind == "losses" ? spaces : [.. spaces.Reverse()]).Select(s => Find(s + "." + Same(s, python.Pascal))).OfType<Type>()
            .Select(t => FormsOf(Display(t), t.GetMethods(Members).Where(m => m is { Name: "Function", IsStatic: true }))).OfType<Counterpart>().FirstOrDefault() is { } found ? found : Elsewhere(python, ["keras", kind]);

    private static string Same(string space, string name) => Array.Find(_types, t => t.Namespace == "KerasNet." + space && FunctionCatalog.Plain(t.Name) == FunctionCatalog.Plain(name))?.Name ?? name;

    /// <summary>A static method of a class with the module's name, or of Keras, Utils and the like.</summary>
    private static Counterpart? Elsewhere(PythonObject python, string[] parts)
    {
        // Their names are those of today's functions, their forms are not.
        if (parts.Contains("legacy"))
        {
            return null;
        }

        var owners = new List<string>();
        for (var i = parts.Length; i > 1; i--)
        {
            owners.Add(string.Join('.', parts[1..i].Select(Pascal)));
        }

        owners.AddRange(["Keras", "Utils", "Saving.KerasObjects"]);

        // Python has the architectures beside their modules too.
        owners.AddRange(parts.ElementAtOrDefault(1) == "applications" ? _types.Where(t => t.Namespace == "KerasNet.Applications").Select(Display) : []);
        owners.AddRange(parts.ElementAtOrDefault(1) switch { "models" => ["Model"], "quantizers" => ["Quantizers.Quantizer"], _ => [] });
        return owners.Select(o => Method(o, python.Pascal)).OfType<Counterpart>().FirstOrDefault()
            ?? (Find(string.Join('.', [.. parts[1..].Select(Pascal), python.Pascal])) is { } type ? MadeAndCalled(type) : null);
    }

    private static Counterpart? Method(string owner, string name) => _types.Where(t => Display(t) is var d && (d == owner || FunctionCatalog.Plain(d) == FunctionCatalog.Plain(owner)))
        .Select(t => FormsOf(Display(t), t.GetMethods(Members).Where(m => FunctionCatalog.Plain(m.Name) == FunctionCatalog.Plain(name)))).OfType<Counterpart>().FirstOrDefault();

    private static Counterpart? FormsOf(string owner, IEnumerable<MethodInfo> methods) => methods.ToList() is { Count: > 0 } forms ? new Counterpart($"{owner}.{forms[0].Name}", null, forms) : null;

    private static Type? Find(string name) => Array.Find(_types, t => Display(t) == name);

    /// <summary>The type's name as users write it: <c>Layers.Dense</c>.</summary>
    private static string Display(Type type)
    {
        var name = type.FullName!.Split('`')[0].Replace('+', '.');
        name = name["KerasNet.".Length..];
        return name.StartsWith("Models.", StringComparison.Ordinal) ? name["Models.".Length..] : name;
    }

    private static bool IsKind(string space) => space is ".Layers" or ".Losses" or ".Metrics" or ".Optimizers" or ".Optimizers.Schedules" or ".Initializers" or ".Regularizers" or ".Constraints" or ".Callbacks";

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(p => p.Length == 0 ? p : char.ToUpperInvariant(p[0]) + p[1..]));
}
