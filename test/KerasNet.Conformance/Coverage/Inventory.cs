using System.Text.Json;

namespace KerasNet.Conformance.Coverage;

/// <summary>Reads the inventory of Keras's public API, one object a line.</summary>
internal static class Inventory
{
    public static IReadOnlyList<PythonObject> Read(string path) => [.. File.ReadLines(path).Select(Parse)];

    private static PythonObject Parse(string line)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(line);
        return new PythonObject(
            json.GetProperty("path").GetString()!,
            json.GetProperty("kind").GetString() == "class",
            [.. json.GetProperty("params").EnumerateArray().Select(p => (p[0].GetString()!, p[1].GetString()))],
            [.. json.GetProperty("aliases").EnumerateArray().Select(a => a.GetString()!)]);
    }
}
