using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace KerasNet.Tests.Architectures;

/// <summary>Architectures by Keras's name, called with the arguments of the golden data.</summary>
internal static class ApplicationModels
{
    private static readonly Dictionary<string, MethodInfo> s_functions = typeof(KerasNet.Applications.ImagenetUtils).Assembly.GetExportedTypes()
        .Where(t => t.Namespace == "KerasNet.Applications" && t is { IsAbstract: true, IsSealed: true })
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static)).Where(m => m.ReturnType == typeof(Model) && m.DeclaringType!.Name != "Resnet50")
        .ToDictionary(m => m.Name == "Create" ? m.DeclaringType!.Name : m.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => s_functions.Keys;

    /// <summary>The model without values of weights: they are made when they are read.</summary>
    public static Model Make(string name, JsonElement? arguments = null, params (string Name, object? Value)[] more)
    {
        var given = (arguments is { } json ? json.EnumerateObject().ToDictionary(p => Camel(p.Name), p => Value(p.Value)) : []);
        given["weights"] = null;
        foreach (var (key, value) in more)
        {
            given[key] = value;
        }

        var function = s_functions[name];
        object? Argument(ParameterInfo p) => !given.Remove(p.Name!, out var value) ? p.DefaultValue : p.ParameterType == typeof(double) ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : value;
        object?[] all = [.. function.GetParameters().Select(Argument)];
        Assert.That(given, Is.Empty, $"{name} has no such parameters");
        using var load = Saving.LoadContext.Enter(null);
        return (Model)function.Invoke(null, BindingFlags.DoNotWrapExceptions, null, all, CultureInfo.InvariantCulture)!;
    }

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Array => new TensorShape([.. json.EnumerateArray().Select(e => e.GetInt32())]),
        _ => json.TryGetInt32(out var whole) ? (object)whole : json.GetDouble(),
    };

    private static string Camel(string name) => string.Concat(name.Split('_').Select((part, i) => i == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
}
