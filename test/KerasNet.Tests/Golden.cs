using System.Text.Json;

namespace KerasNet.Tests;

/// <summary>Data made by real Keras: the files of test/golden.</summary>
internal static class Golden
{
    private static readonly string s_folder = Find();

    public static string PathOf(string name) => Path.Combine(s_folder, name);

    public static string Text(string name) => File.ReadAllText(PathOf(name));

    public static JsonElement Json(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(PathOf(name)));
        return document.RootElement.Clone();
    }

    /// <summary>The root of the repository.</summary>
    public static string Repository => Path.GetFullPath(Path.Combine(s_folder, "..", ".."));

    private static string Find()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string golden = Path.Combine(folder, "test", "golden");
            if (Directory.Exists(golden))
            {
                return golden;
            }
        }

        throw new DirectoryNotFoundException($"There is no test/golden above {AppContext.BaseDirectory}. Run the tests from a clone of the repository.");
    }
}
