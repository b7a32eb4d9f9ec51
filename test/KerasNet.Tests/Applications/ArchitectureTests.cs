using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KerasNet.Tests.Architectures;

/// <summary>Every architecture has Keras's layers: names, classes, shapes, numbers of weights, connections and configs.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, JsonElement> s_golden = Read();

    public static IEnumerable<string> Names => s_golden.Keys;

    [Test]
    public void AllOfKerasAreHere() => Assert.That(ApplicationModels.Names, Is.EquivalentTo(s_golden.Keys));

    [TestCaseSource(nameof(Names))]
    public void LayersAreKerass(string name)
    {
        using var scope = Keras.Scope("managed");
        string[] expected = [.. s_golden[name].GetProperty("layers").EnumerateArray().Select(l => l.GetString()!)];
        var found = ModelLines.Of(ApplicationModels.Make(name));
        for (var i = 0; i < Math.Min(expected.Length, found.Count); i++)
        {
            Assert.That(found[i], Is.EqualTo(expected[i]), $"line {i}");
        }

        Assert.That(found, Has.Count.EqualTo(expected.Length));
    }

    [TestCaseSource(nameof(Names))]
    public void OtherArgumentsGiveKerassLayers(string name)
    {
        foreach (var other in s_golden[name].GetProperty("others").EnumerateArray())
        {
            using var scope = Keras.Scope("managed");
            var found = ModelLines.Of(ApplicationModels.Make(name, other.GetProperty("arguments")));
            Assert.That(found[^1], Is.EqualTo(other.GetProperty("last").GetString()));
            Assert.That(found, Has.Count.EqualTo(other.GetProperty("count").GetInt32()), other.ToString());
            Assert.That(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', found)))), Is.EqualTo(other.GetProperty("sha256").GetString()), other.ToString());
        }
    }

    private static Dictionary<string, JsonElement> Read()
    {
        using var file = new GZipStream(File.OpenRead(Golden.PathOf(Path.Combine("applications", "structures.jsonl.gz"))), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            found.Add(document.RootElement.GetProperty("model").GetString()!, document.RootElement.Clone());
        }

        return found;
    }
}
