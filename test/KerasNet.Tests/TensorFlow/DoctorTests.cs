using KerasNet.TensorFlow;
using KerasNet.TensorFlow.Runtime;

namespace KerasNet.Tests.TensorFlow;

[TestFixture, Platform("Linux")]
public sealed class DoctorTests : IDisposable
{
    private readonly FakeRuntime _fake = new();

    public void Dispose() => _fake.Dispose();

    [Test]
    public void TellsWhatItFound()
    {
        if (!TensorFlowLibrary.TryLoad(out var whyNot))
        {
            Assert.Ignore(whyNot!);
        }

        var (code, output, _) = Doctor.Run();

        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.Contain($"is TensorFlow {TensorFlowLibrary.Version}").And.Contain("device:CPU:0").And.Contain("3 * 3 = 9")
            .And.Contain("TF_ENABLE_ONEDNN_OPTS=1").And.Contain("backend       tensorflow").And.Not.Contain("to mend it"));
    }

    [Test]
    public void ATruncatedLibraryIsAMessageAndManagedRuns()
    {
        var library = _fake.Library("libtensorflow_cc.so.2", "broken");
        File.WriteAllBytes(library, FakeRuntime.Elf()[..100]);

        var (code, output, error) = Doctor.Run(("KERASNET_TENSORFLOW", library));

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("is truncated (100 bytes, 128 expected)").And.Contain("backend       managed").And.Contain("to mend it    unset KERASNET_TENSORFLOW"));
    }

    [Test]
    public void AnotherArchitectureIsAMessage()
    {
        var library = _fake.Library("libtensorflow.so", "broken");
        File.WriteAllBytes(library, FakeRuntime.Elf(machine: 3));

        var (code, output, error) = Doctor.Run(("KERASNET_TENSORFLOW", library), ("KERASNET_BACKEND", "tensorflow"));

        Assert.That(code, Is.EqualTo(1), error);
        Assert.That(output, Does.Contain("is built for X86, and this process is").And.Contain("backend       none: KERASNET_BACKEND asks for tensorflow"));
    }

    [Test]
    public void AFileThatTheSystemCannotLoadIsAMessage()
    {
        var (code, output, error) = Doctor.Run(("KERASNET_TENSORFLOW", _fake.Library("libtensorflow.so", "empty")));

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("cannot be loaded").And.Contain("backend       managed"));
    }

    [Test]
    public void AnOldTensorFlowIsAMessage()
    {
        if (Platform.Rid != "linux-x64")
        {
            Assert.Ignore("The old library of test/golden is for linux-x64.");
        }

        var (code, output, error) = Doctor.Run(("KERASNET_TENSORFLOW", Golden.PathOf("native")));

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("is TensorFlow 1.15.0, too old: 2.10 or newer is needed").And.Contain("backend       managed"));
    }

    [Test]
    public void WithoutAnyLibraryItSaysHowToGetOne()
    {
        Doctor.CopyTool(_fake.Path("tool"));
        using var process = Doctor.Start(new Dictionary<string, string?>(StringComparer.Ordinal) { ["KERASNET_CACHE"] = _fake.Path("cache") }, _fake.Path("tool"));
        var (code, output, error) = Doctor.Finish(process);

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("backend       managed").And.Contain("to mend it    " + Platform.Fix));
        Assert.That(_fake.Path("cache"), Does.Not.Exist);
    }

    [Test]
    public void AnUnknownBackendIsNamed()
    {
        var (code, output, _) = Doctor.Run(("KERASNET_BACKEND", "torch"), ("KERASNET_TENSORFLOW", "/nowhere"));

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.Contain("KERASNET_BACKEND is 'torch'; expected 'tensorflow' or 'managed'"));
    }

    [TestCase("1.15.0", true)]
    [TestCase("2.9.3", true)]
    [TestCase("two", true)]
    [TestCase("2.10.0", false)]
    [TestCase("2.16.2", false)]
    [TestCase("2.17.0-rc1", false)]
    public void VersionsBefore2Point10AreTooOld(string version, bool refused) =>
        Assert.That(TensorFlowLibrary.VersionProblem(version), refused ? Is.Not.Null : Is.Null);
}
