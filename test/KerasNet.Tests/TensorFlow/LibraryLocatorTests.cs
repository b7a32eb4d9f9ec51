using KerasNet.TensorFlow.Runtime;

namespace KerasNet.Tests.TensorFlow;

[TestFixture, Platform("Linux")]
public sealed class LibraryLocatorTests : IDisposable
{
    private readonly FakeRuntime _fake = new();
    private readonly LibrarySearch _search = new();

    public void Dispose() => _fake.Dispose();

    [Test]
    public void LooksBesideTheProgramThenInItsRuntimesThenInTheCacheThenInThePack()
    {
        var packed = _fake.Packed("packs");
        var beside = _fake.Library("libtensorflow.so.2", "app");
        var redist = _fake.Library("libtensorflow.so", "app", "runtimes", Platform.Rid, "native");
        var cached = _fake.Library("libtensorflow_cc.so.2", "cache", $"tensorflow-{RuntimeCache.Version}-{Platform.Rid}");

        Assert.That(Find(null, packed).Select(c => c.Path), Is.EqualTo(new[] { beside, redist, cached, cached }));
        Assert.That(Find(null, packed).Select(c => c.Place).Distinct(StringComparer.Ordinal), Is.EqualTo(new[] { "beside the application", "the user's cache", "packed runtime" }));
    }

    [Test]
    public void UnpacksWhenNothingElseIsThere()
    {
        var candidates = Find(null, _fake.Packed("packs"));

        Assert.That(candidates, Has.Count.EqualTo(1));
        Assert.That(candidates[0].Path, Does.Exist.And.StartsWith(_fake.Path("cache")));
        Assert.That(_search.Steps.Select(s => s.Outcome), Is.EqualTo(new[] { "holds no TensorFlow", "holds no TensorFlow", "holds no TensorFlow" }));
    }

    [TestCase("")]
    [TestCase("lib")]
    public void TakesTheFolderThatTheUserNames(string inside)
    {
        var named = _fake.Library("libtensorflow.so", "mine", inside);
        _fake.Library("libtensorflow.so", "app");

        Assert.That(Find(_fake.Path("mine")), Is.EqualTo(new[] { ("KERASNET_TENSORFLOW", named) }));
    }

    [Test]
    public void TakesTheFileThatTheUserNames()
    {
        var named = _fake.Library("my-tensorflow.so", "mine");

        Assert.That(Find(named), Is.EqualTo(new[] { ("KERASNET_TENSORFLOW", named) }));
    }

    [Test]
    public void AWrongNameIsNotPassedOverInSilence()
    {
        _fake.Library("libtensorflow.so", "app");

        Assert.That(Find(_fake.Path("nowhere")), Is.Empty);
        Assert.That(_search.Explain(), Does.Contain("KERASNET_TENSORFLOW").And.Contain("does not exist").And.Contain("unset KERASNET_TENSORFLOW"));
    }

    [Test]
    public void AFolderWithoutALibrarySaysWhatItShouldHold()
    {
        Directory.CreateDirectory(_fake.Path("empty"));

        Assert.That(Find(_fake.Path("empty")), Is.Empty);
        Assert.That(_search.Explain(), Does.Contain("holds none of libtensorflow_cc.so.2"));
    }

    [Test]
    public void ABrokenLibraryIsNotedAndTheSearchGoesOn()
    {
        var broken = _fake.Library("libtensorflow.so", "app");
        File.WriteAllBytes(broken, FakeRuntime.Elf(machine: 3));
        var good = _fake.Library("libtensorflow.so", "app", "runtimes", Platform.Rid, "native");

        Assert.That(Find(null).Select(c => c.Path), Is.EqualTo(new[] { good }));
        Assert.That(_search.Steps[0].Path, Is.EqualTo(broken));
        Assert.That(_search.Steps[0].Outcome, Does.StartWith("is built for X86"));
    }

    [Test]
    public void ATruncatedLibraryInTheCacheIsUnpackedAgain()
    {
        var packed = _fake.Packed("packs");
        var cached = _fake.Library("libtensorflow_cc.so.2", "cache", $"tensorflow-{RuntimeCache.Version}-{Platform.Rid}");
        File.WriteAllBytes(cached, FakeRuntime.Elf()[..100]);

        Assert.That(Find(null, packed), Is.EqualTo(new[] { ("packed runtime", cached) }));
        Assert.That(File.ReadAllBytes(cached), Is.EqualTo(FakeRuntime.Elf()));
    }

    [Test]
    public void TheMessageNamesEveryPlaceAndOneCommand()
    {
        Assert.That(Find(null, _fake.Path("packs")), Is.Empty);

        var message = _search.Explain();
        Assert.That(message, Does.Contain(_fake.Path("app")).And.Contain(_fake.Path("cache")).And.Contain(_fake.Path("packs")));
        Assert.That(message, Does.StartWith("TensorFlow's native library was not found. To mend it: " + Platform.Fix).And.Contain("KERASNET_BACKEND=managed"));
        Assert.That(_search.Brief, Does.Not.Contain("\n"));
    }

    [Test]
    public void ADamagedPackInARepositoryIsFixedByGit()
    {
        var packed = _fake.Packed("runtimes");
        Directory.CreateDirectory(_fake.Path(".git"));
        File.AppendAllText(Directory.GetFiles(packed, "*.br.1")[0], "x");

        Assert.That(Find(null, packed), Is.Empty);
        Assert.That(_search.Fix, Is.EqualTo("git checkout -- runtimes"));
        Assert.That(_search.Explain(), Does.Contain("is damaged: SHA-256"));
    }

    [Test]
    public void FindsPacksBesideTheProgramAndWhereTheBuildPointsTo()
    {
        Directory.CreateDirectory(_fake.Path("repo", "bin", "app"));
        File.WriteAllText(_fake.Path("repo", "KerasNet.sln"), "");
        File.WriteAllText(_fake.Path("repo", "bin", "app", "kerasnet.runtime"), "/far/runtimes/\n../near\n");

        Assert.That(SearchPlaces.Packed(_fake.Path("repo", "bin", "app"), "/package/packed"), Is.EqualTo(new[]
        {
            _fake.Path("repo", "bin", "app", "runtimes", Platform.Rid),
            $"/package/packed/{Platform.Rid}",
            $"/far/runtimes/{Platform.Rid}",
            _fake.Path("repo", "bin", "near", Platform.Rid),
            _fake.Path("repo", "runtimes", Platform.Rid),
        }));
    }

    private List<(string Place, string Path)> Find(string? named, params string[] packed) =>
        [.. LibraryLocator.Candidates(new(named, _fake.Path("app"), _fake.Path("cache"), packed), _search)];
}
