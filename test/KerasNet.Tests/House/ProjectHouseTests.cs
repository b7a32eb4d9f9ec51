using System.Xml.Linq;

namespace KerasNet.Tests.House;

/// <summary>Which project may use which project and package.</summary>
public sealed class ProjectHouseTests
{
    private static readonly Dictionary<string, string[]> s_mayUse = new(StringComparer.Ordinal)
    {
        ["KerasNet.Hdf5"] = [],
        ["KerasNet"] = ["KerasNet.Hdf5"],
        ["KerasNet.TensorFlow"] = ["KerasNet", "KerasNet.Hdf5"],
        ["KerasNet.Runtime.linux-x64"] = [],
        ["KerasNet.Plots"] = ["KerasNet"],
        ["KerasNet.Extensions"] = ["KerasNet"],
        ["KerasNet.Cli"] = ["KerasNet", "KerasNet.TensorFlow", "KerasNet.Hdf5", "KerasNet.Plots"],
        ["KerasNet.Studio"] = ["KerasNet", "KerasNet.TensorFlow", "KerasNet.Extensions", "KerasNet.Plots"],
    };

    private static readonly Dictionary<string, string> s_onlyIn = new(StringComparer.Ordinal)
    {
        ["Google.Protobuf"] = "KerasNet.TensorFlow", ["Grpc.Tools"] = "KerasNet.TensorFlow", ["PureHDF"] = "KerasNet.Hdf5", ["ScottPlot"] = "KerasNet.Plots",
    };

    public static IEnumerable<string> Projects => Directory.EnumerateFiles(Path.Combine(Golden.Repository, "src"), "*.csproj", SearchOption.AllDirectories);

    [TestCaseSource(nameof(Projects))]
    public void UsesWhatItMay(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        XDocument project = XDocument.Load(path);
        string[] References(string kind) => [.. project.Descendants(kind).Select(e => (string?)e.Attribute("Include")).OfType<string>()];
        Assert.That(s_mayUse, Contains.Key(name), "a new project says here what it may use");
        Assert.That(References("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Replace('\\', '/'))), Is.SubsetOf(s_mayUse[name]));
        Assert.That(References("PackageReference").Where(package => s_onlyIn.TryGetValue(package, out string? owner) && owner != name), Is.Empty);
    }
}
