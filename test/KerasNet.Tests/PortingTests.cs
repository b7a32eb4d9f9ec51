using System.Reflection;
using System.Text.RegularExpressions;

namespace KerasNet.Tests;

/// <summary>PORTING.md against the library: every C# name in its tables exists, with the parameters that stand there, in their order.</summary>
public sealed partial class PortingTests
{
    /// <summary>Rows that the library does not keep yet. The number may only fall; at 0 the map is true.</summary>
    private const int Open = 1;

    private static readonly Assembly s_library = typeof(TensorShape).Assembly;
    private static readonly string[] s_rows = [.. Row().Matches(File.ReadAllText(Path.Combine(Golden.Repository, "PORTING.md"))).Select(match => match.Groups["name"].Value)];

    [Test]
    public void TheMapIsTrue()
    {
        string[] broken = [.. s_rows.Select(Problem).OfType<string>()];
        TestContext.Out.WriteLine(string.Join('\n', broken));
        Assert.That(s_rows, Has.Length.GreaterThan(180));
        Assert.That(broken, Has.Length.LessThanOrEqualTo(Open), string.Join('\n', broken));
    }

    [TestCase("Datasets.Mnist.LoadData(path)", null)]
    [TestCase("TensorShape", null)]
    [TestCase("TensorShape.Rank", null)]
    [TestCase("TensorShape.Concat(other)", null)]
    [TestCase("Datasets.Mnist.LoadData(path, folder)", "has no overload with")]
    [TestCase("TensorShape.Length", "has no member 'Length'")]
    [TestCase("Datasets.Fashion.LoadData(path)", "no type KerasNet.Datasets.Fashion")]
    public void ProblemsAreSeen(string name, string? problem) => Assert.That(Problem(name), problem is null ? Is.Null : Does.Contain(problem));

    private static string? Problem(string row)
    {
        string[] parts = row.TrimEnd(')').Split('(', 2);
        string[]? parameters = parts.Length == 1 ? null : parts[1].Split(", ", StringSplitOptions.RemoveEmptyEntries);
        if (Find(parts[0]) is { } type)
        {
            return parameters is null || type.GetConstructors().Any(constructor => Takes(constructor, parameters)) ? null : $"{row}: {type} has no overload with these parameters in this order";
        }

        int dot = parts[0].LastIndexOf('.');
        Type? owner = dot < 0 ? null : Find(parts[0][..dot]);
        if (owner is null)
        {
            return $"{row}: there is no type KerasNet.{(dot < 0 ? parts[0] : parts[0][..dot])}";
        }

        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;
        MemberInfo[] members = [.. owner.GetMember(parts[0][(dot + 1)..], all).Where(IsForUsers)];
        return members.Length == 0 ? $"{row}: {owner} has no member '{parts[0][(dot + 1)..]}'"
            : parameters is null || members.OfType<MethodInfo>().Any(method => Takes(method, parameters)) ? null
            : $"{row}: {owner} has no overload with these parameters in this order";
    }

    private static Type? Find(string name) => s_library.GetExportedTypes().FirstOrDefault(type => type.FullName is { } full && full.Split('`')[0].Replace('+', '.') is var plain
        && (plain == "KerasNet." + (name == "Activations" ? "Activations.Activation" : name) || plain == "KerasNet.Layers." + name || plain == "KerasNet.Models." + name));

    private static bool IsForUsers(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        PropertyInfo property => property.GetMethod is { } getter && (getter.IsPublic || getter.IsFamily || getter.IsFamilyOrAssembly),
        _ => true,
    };

    private static bool Takes(MethodBase method, string[] parameters)
    {
        int next = 0;
        foreach (ParameterInfo parameter in method.GetParameters())
        {
            next += next < parameters.Length && parameter.Name == parameters[next] ? 1 : 0;
        }

        return next == parameters.Length;
    }

    [GeneratedRegex(@"^\| `(?<python>(keras|tf|tape|layer|model|sequential)[^`]*)` \| `(?<name>[A-Z][\w.]*(\([^`]*\))?)` \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
