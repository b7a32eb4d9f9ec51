using KerasNet.TensorFlow.Sessions;

namespace KerasNet.Tests.TensorFlow;

[TestFixture]
public sealed class SessionConfigTests() : BackendFixture("tensorflow")
{
    [Test]
    public void OptionsAreWrittenAsTensorFlowReadsThem()
    {
        var proto = SessionConfig.Build(gpuMemoryGrowth: true, gpuMemoryLimit: 1024, visibleGpus: [0, 2], intraOpThreads: 3, interOpThreads: 4, grappler: true);

        Assert.That(Convert.ToHexStringLower(proto), Is.EqualTo(
            "1003" + "2804" // intra_op_parallelism_threads, inter_op_parallelism_threads
            + "3210" + "2001" + "2a03302c32" + "4a070a050d00008044" // gpu_options: allow_growth, visible_device_list, virtual_devices.memory_limit_mb
            + "3801" // allow_soft_placement
            + "520452023802")); // arithmetic_optimization off
    }

    [Test]
    public void NoGpuIsADeviceCountOfZero() =>
        Assert.That(Convert.ToHexStringLower(SessionConfig.Build(false, null, [], 0, 0, false)), Does.StartWith("0a07" + "0a03475055" + "1000").And.EndWith("520552039801" + "01"));

    [Test]
    public void OptionsOfTheProcessAreFixedAtTheFirstCall()
    {
        RawOps.Neg(TestOp.Floats(1));

        Assert.That(() => Keras.Config.IntraOpThreads = 77, Throws.InvalidOperationException.With.Message.Contains("Keras.Config.IntraOpThreads is fixed"));
        Assert.That(() => Keras.Config.GpuMemoryGrowth = true, Throws.InvalidOperationException);
        Assert.That(() => Keras.Config.GpuMemoryLimit = 5, Throws.InvalidOperationException);
        Assert.That(() => Keras.Config.GpuMemoryLimit = -5, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Keras.Config.VisibleGpus = [1], Throws.InvalidOperationException);
        Assert.That(Keras.Config.IntraOpThreads, Is.Zero);
    }
}
