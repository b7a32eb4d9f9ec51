namespace KerasNet.Hdf5.Tests;

/// <summary>Files written by h5py: test/golden/hdf5.</summary>
internal static class Golden
{
    private static readonly string s_folder = Find();

    public static string PathOf(string name) => Path.Combine(s_folder, name);

    private static string Find()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string golden = Path.Combine(folder, "test", "golden", "hdf5");
            if (Directory.Exists(golden))
            {
                return golden;
            }
        }

        throw new DirectoryNotFoundException($"There is no test/golden/hdf5 above {AppContext.BaseDirectory}. Run the tests from a clone of the repository.");
    }
}
