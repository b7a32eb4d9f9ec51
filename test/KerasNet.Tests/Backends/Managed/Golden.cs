using System.Text.Json;

namespace KerasNet.Tests.Managed;

/// <summary>Finds and reads the kernels' golden files.</summary>
internal static class Golden
{
    public static JsonDocument Read(string name)
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "KerasNet.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new FileNotFoundException("KerasNet.sln is in no folder above the tests.");
        }

        return JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "test", "golden", "kernels", name)));
    }

    public static T[] Array<T>(this JsonElement element, string property) =>
        [.. element.GetProperty(property).EnumerateArray().Select(e => e.Deserialize<T>()!)];

    public static int Integer(this JsonElement element, string property) => element.GetProperty(property).GetInt32();

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
