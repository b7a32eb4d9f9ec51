using System.Reflection;
using KerasNet.Activations;

namespace KerasNet.Conformance.Calls;

/// <summary>Finds the C# methods of a Python function: names without underscores, in any case.</summary>
internal static class FunctionCatalog
{
    private static readonly ILookup<string, MethodInfo> _ops = MethodsOf(typeof(Ops));
    private static readonly ILookup<string, MethodInfo> _images = MethodsOf(typeof(Ops.Image));

    /// <summary>Functions that do the same as another one, whose names C# has for something else.</summary>
    private static readonly Dictionary<string, string> _same = new(StringComparer.Ordinal) { ["array"] = "convert_to_tensor" };

    /// <summary><c>numpy.add</c> is <c>Ops.Add</c>, <c>image.resize</c> is <c>Ops.Image.Resize</c>. Keras's own helpers are internal here: <c>numpy.shape_equal</c>.</summary>
    public static IEnumerable<Candidate> Ops(string name)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        var methods = name.StartsWith("image.", StringComparison.Ordinal) ? _images : _ops;
        var found = methods[Plain(_same.GetValueOrDefault(last, last))].ToList();
        return found.Where(m => m.IsPublic || !found.Exists(f => f.IsPublic)).Select(m => new Candidate(m, null));
    }

    /// <summary><c>relu</c> is <c>Activations.Relu.Apply</c>.</summary>
    public static IEnumerable<Candidate> Activations(string name) => typeof(Activation).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(f => Plain(f.Name) == Plain(name))
        .Select(f => f.GetValue(null)!)
        .SelectMany(f => f.GetType().GetMethods().Where(m => m.Name == "Apply").OrderBy(m => m.GetParameters().Length).Select(m => new Candidate(m, f)))
        .Concat(typeof(Activation).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => Plain(m.Name) == Plain(name)).Select(m => new Candidate(m, null)));

    /// <summary><c>mean_squared_error</c> is <c>Losses.MeanSquaredError.Function</c>.</summary>
    public static IEnumerable<Candidate> Losses(string name) => typeof(Losses.Loss).Assembly.GetExportedTypes()
        .Where(t => t.Namespace == typeof(Losses.Loss).Namespace && Plain(t.Name) == Plain(name))
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.Name == "Function").Select(m => new Candidate(m, null)));

    private static ILookup<string, MethodInfo> MethodsOf(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static).ToLookup(m => Plain(m.Name));

    public static string Plain(string name) => name.Replace("_", string.Empty, StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>A method and the object that it is called on.</summary>
    internal sealed record Candidate(MethodInfo Method, object? Target);
}
