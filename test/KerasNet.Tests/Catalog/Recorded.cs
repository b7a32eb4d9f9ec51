using System.Globalization;
using System.Reflection;
using System.Text.Json;
using KerasNet.Internal;
using KerasNet.Saving;

namespace KerasNet.Tests.Catalog;

/// <summary>Reads recorded cases: arrays, and objects by class name and config.</summary>
internal static class Recorded
{
    public static IEnumerable<JsonElement> Cases(string file) => Golden.Json(Path.Combine("catalog", file)).EnumerateArray();

    /// <summary>Python's type of a named class, in one of our namespaces.</summary>
    public static Type Find(Type kind, string name) =>
        kind.Assembly.GetType($"{kind.Namespace}.{name}") ?? throw new ArgumentException($"There is no class {kind.Namespace}.{name}.");

    /// <summary>Makes an object of the constructor arguments that a config holds.</summary>
    public static T Create<T>(string className, JsonElement config) => (T)Create(Find(typeof(T), className), config);

    public static object Create(Type type, JsonElement config)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var known = constructor.GetParameters().ToDictionary(p => Key(type, p.Name!));
        var unknown = config.EnumerateObject().Where(p => !known.ContainsKey(p.Name)).Select(p => p.Name).ToList();
        if (unknown.Count > 0)
        {
            throw new ArgumentException($"{type.Name} has no parameter {string.Join(", ", unknown)}.");
        }

        object?[] arguments = [.. constructor.GetParameters().Select(p => config.TryGetProperty(Key(type, p.Name!), out var value) ? Convert(value, p.ParameterType)
            : p.HasDefaultValue ? p.DefaultValue : throw new ArgumentException($"{type.Name} needs {p.Name}."))];
        return constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, CultureInfo.InvariantCulture);
    }

    /// <summary>An array of a file: null, a number, or type, shape and elements.</summary>
    public static Tensor? Array(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Number)
        {
            return element.TryGetInt32(out var whole) ? Tensor.Create([whole], TensorShape.Scalar) : Tensor.Create([(float)element.GetDouble()], TensorShape.Scalar);
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            return List(element);
        }

        if (element.TryGetProperty("__var__", out var variable))
        {
            return Array(variable);
        }

        var dtype = DataTypes.Parse((element.TryGetProperty("dtype", out var d) ? d : element.GetProperty("__nd__")).GetString()!);
        var shape = new TensorShape([.. element.GetProperty("shape").EnumerateArray().Select(e => e.GetInt32())]);
        double[] values = [.. element.GetProperty("data").EnumerateArray().Select(Number)];
        return RawOps.Cast(Tensor.Create<double>(values, shape), dtype);
    }

    public static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.String => double.Parse(element.GetString()!.Replace("inf", "Infinity", StringComparison.Ordinal), CultureInfo.InvariantCulture),
        _ => element.GetDouble(),
    };

    /// <summary>Equal shapes, and values within the house's tolerance.</summary>
    public static void AreClose(Tensor actual, JsonElement expected, string what, double relative = 1e-4, double absolute = 1e-5)
    {
        var wanted = Array(expected)!;
        Assert.That(actual.Shape, Is.EqualTo(wanted.Shape), what + ": shape");
        for (var i = 0; i < wanted.Size; i++)
        {
            var (a, b) = (NumberReader.At(actual, i), NumberReader.At(wanted, i));
            if (!(a.Equals(b) || Math.Abs(a - b) <= absolute + (relative * Math.Abs(b))))
            {
                Assert.Fail($"{what}: element {i} of {wanted.Size} is {a}, Keras has {b}.");
            }
        }
    }

    /// <summary>A nested list: whole numbers or floats, as TensorFlow takes it.</summary>
    private static Tensor List(JsonElement element)
    {
        var dims = new List<int>();
        for (var level = element; level.ValueKind == JsonValueKind.Array; level = level[0])
        {
            dims.Add(level.GetArrayLength());
        }

        IEnumerable<JsonElement> Leaves(JsonElement e) => e.ValueKind == JsonValueKind.Array ? e.EnumerateArray().SelectMany(Leaves) : [e];
        var leaves = Leaves(element).ToList();
        var values = Tensor.Create<double>([.. leaves.Select(Number)], new TensorShape([.. dims]));
        return RawOps.Cast(values, leaves.TrueForAll(l => l.ValueKind is JsonValueKind.True or JsonValueKind.False) ? DataType.Bool
            : leaves.TrueForAll(l => l.TryGetInt32(out _) && !l.GetRawText().Contains('.', StringComparison.Ordinal)) ? DataType.Int32 : DataType.Float32);
    }

    private static string Key(Type type, string parameter)
    {
        var name = char.ToUpperInvariant(parameter[0]) + parameter[1..];
        var property = type.GetProperty(name) ?? type.GetProperties().FirstOrDefault(p => p.GetCustomAttribute<ConfigNameAttribute>()?.Name == AutoName.ToSnakeCase(parameter))
            ?? throw new ArgumentException($"{type.Name}: parameter {parameter} has no property {name}.");
        return property.GetCustomAttribute<ConfigNameAttribute>()?.Name ?? AutoName.ToSnakeCase(name);
    }

    private static object? Convert(JsonElement value, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.Array when plain == typeof(IReadOnlyList<string>):
                return value.EnumerateArray().Select(e => e.GetString()!).ToArray();
            case JsonValueKind.Array:
                double[] numbers = [.. value.EnumerateArray().Select(Number)];
                int[] whole = plain == typeof(double[]) || plain == typeof(IReadOnlyList<double>) || plain == typeof(Metrics.Thresholds) ? [] : System.Array.ConvertAll(numbers, n => (int)n);
                return plain == typeof(Metrics.Thresholds) ? (Metrics.Thresholds)numbers
                    : plain == typeof(AxisList) ? (AxisList)whole
                    : plain == typeof(int[]) || plain == typeof(IReadOnlyList<int>) ? whole
                    : (object)numbers;
            case JsonValueKind.String:
                return plain == typeof(DataType) ? DataTypes.Parse(value.GetString()!) : value.GetString();
            case JsonValueKind.True or JsonValueKind.False:
                return value.GetBoolean();
            default:
                return plain == typeof(Metrics.Thresholds) ? (Metrics.Thresholds)value.GetDouble()
                    : plain == typeof(AxisList) ? (AxisList)value.GetInt32()
                    : plain == typeof(Optimizers.LearningRate) ? (Optimizers.LearningRate)value.GetDouble()
                    : System.Convert.ChangeType(value.GetDouble(), plain, CultureInfo.InvariantCulture);
        }
    }
}
