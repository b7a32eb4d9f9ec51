using System.Diagnostics;
using KerasNet.Hdf5.Fuzz;

namespace KerasNet.Hdf5.Tests.Reading;

/// <summary>Damaged files, in a process of their own: what would end the process must not end the tests.</summary>
public sealed class MutationTests
{
    /// <summary>64 MB and four times the longest of the files: who asks for more gets nothing, and is counted.</summary>
    private const string MemoryLimit = "0x4100000";

    [Test]
    public void TwoThousandMutantsEndInInvalidDataException()
    {
        string output = Run("mutate", "0", "2000", Golden.PathOf("."));
        Assert.That(output, Does.Contain("no crash, no hang, nothing but InvalidDataException"));
        Assert.That(output, Does.Match(" [0-2] asked for more than"), "the parser may ask for the memory of a name that cannot be; it is refused");
    }

    [Test]
    public void AFileIsWholeAfterEveryKill()
    {
        string folder = Directory.CreateTempSubdirectory("kerasnet-hdf5-").FullName;
        try
        {
            Assert.That(Run("kill", Path.Combine(folder, "model.h5"), "10"), Does.Contain("10 kills: the file was whole after each"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void ADamagedFileIsDamaged() => Assert.That(Enumerable.Range(0, 200).Count(seed => !Mutator.Damage(new byte[1000], seed).SequenceEqual(new byte[1000])), Is.GreaterThan(120));

    private static string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        Array.ForEach<string>(["exec", typeof(Mutator).Assembly.Location, .. arguments], start.ArgumentList.Add);
        start.Environment["DOTNET_GCHeapHardLimit"] = MemoryLimit;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, output);
        return output;
    }
}
