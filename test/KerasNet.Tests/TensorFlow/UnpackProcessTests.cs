using System.Diagnostics;
using KerasNet.TensorFlow.Runtime;

namespace KerasNet.Tests.TensorFlow;

/// <summary>The real packed runtime, unpacked by real processes that are killed or come together.</summary>
[TestFixture, Platform("Linux"), NonParallelizable]
public sealed class UnpackProcessTests : IDisposable
{
    private readonly FakeRuntime _fake = new();

    public void Dispose() => _fake.Dispose();

    [Test]
    public void SurvivesAKillAndTwoProcessesAtOnce()
    {
        if (!SearchPlaces.FromProcess().PackedFolders.Any(f => File.Exists(Path.Combine(f, "SHA256SUMS"))))
        {
            Assert.Ignore($"There is no packed runtime for {Platform.Rid}.");
        }

        var cache = _fake.Path("cache");
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["KERASNET_CACHE"] = cache };

        using (var victim = Doctor.Start(environment))
        {
            WaitForATemporaryFile(cache, victim);
            victim.Kill();
            victim.WaitForExit();
        }

        Assert.That(RuntimeCache.FolderFor(cache), Does.Not.Exist, "a killed process must not leave half a library");
        Assert.That(Directory.GetDirectories(cache), Has.Length.EqualTo(1), "the killed process left its temporary folder");

        using var first = Doctor.Start(environment);
        using var second = Doctor.Start(environment);
        var other = Task.Run(() => Doctor.Finish(second));
        var one = Doctor.Finish(first);
        var two = other.Result;

        Assert.That(one.Code, Is.Zero, one.Error);
        Assert.That(two.Code, Is.Zero, two.Error);
        Assert.That(one.Output, Does.Contain($"is TensorFlow {RuntimeCache.Version}"));
        Assert.That(two.Output, Does.Contain($"is TensorFlow {RuntimeCache.Version}"));
        Assert.That((one.Error + two.Error).Split('\n').Count(l => l.Contains("100 %")), Is.EqualTo(1), "unpacked once");
        Assert.That(Directory.GetDirectories(cache), Is.EqualTo(new[] { RuntimeCache.FolderFor(cache) }));
    }

    private static void WaitForATemporaryFile(string cache, Process process)
    {
        var clock = Stopwatch.StartNew();
        while (!Directory.Exists(cache) || !Directory.EnumerateFiles(cache, "libtensorflow*", SearchOption.AllDirectories).Any())
        {
            Assert.That(process.HasExited, Is.False, "it ended before it was killed");
            Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromMinutes(2)));
            Thread.Sleep(5);
        }
    }
}
