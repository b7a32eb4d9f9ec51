namespace KerasNet.Tests;

/// <summary>Pooling volumes and channels that come first: float64 on the managed backend, where every kernel exists.</summary>
public sealed class VolumePoolingTests() : BackendFixture("managed")
{
    [TestCase("NDHWC", "VALID")]
    [TestCase("NDHWC", "SAME")]
    [TestCase("NCDHW", "SAME")]
    public void Volumes(string format, string padding)
    {
        var first = format == "NCDHW";
        int[] window = first ? [1, 1, 2, 2, 1] : [1, 2, 2, 1, 1];
        int[] strides = first ? [1, 1, 2, 1, 1] : [1, 2, 1, 1, 1];
        var x = PoolingGradients.Distinct(first ? (2, 2, 3, 3, 2) : (2, 3, 3, 2, 2));
        new GradientCase("MaxPool3D", t => RawOps.MaxPool3D(t[0], window, strides, padding, format), x) { UnknownBatch = true, SecondOrder = true }.Check();
        new GradientCase("AvgPool3D", t => RawOps.AvgPool3D(t[0], window, strides, padding, format), x) { UnknownBatch = true, SecondOrder = true }.Check();
    }

    [Test]
    public void ChannelsFirst()
    {
        var x = PoolingGradients.Distinct((2, 3, 4, 5));
        new GradientCase("MaxPool", t => RawOps.MaxPool(t[0], [1, 1, 3, 2], [1, 1, 2, 1], "SAME", "NCHW"), x) { UnknownBatch = true, SecondOrder = true }.Check();
        new GradientCase("AvgPool", t => RawOps.AvgPool(t[0], [1, 1, 3, 2], [1, 1, 2, 1], "SAME", "NCHW"), x) { UnknownBatch = true, SecondOrder = true }.Check();
    }

    [TestCase("NHWC", true)]
    [TestCase("NCHW", true)]
    [TestCase("NHWC", false)]
    public void BatchNormalization(string format, bool training)
    {
        var x = GradientCase.Sample(format == "NCHW" ? (2, 3, 2, 2) : (2, 2, 2, 3), -2, 2);
        Tensor Call(Tensor[] t) => RawOps.FusedBatchNormV3(t[0], t[1], t[2], Tensor.Create([0.1, 0.2, 0.3], 3), Tensor.Create([1.0, 2, 0.5], 3), 1e-3f, training, format)[0];
        new GradientCase("FusedBatchNormV3", Call, x, GradientCase.Sample(3, 0.5, 2), GradientCase.Sample(3)) { UnknownBatch = true, Batched = [0], SecondOrder = true, Tolerance = 1e-5 }.Check();
    }

    [Test]
    public void RulesAreEnforced()
    {
        var x = GradientCase.Sample((1, 2, 2, 1));
        Assert.That(() => RawOps.MaxPool(x, [1, 4, 1, 1], [1, 1, 1, 1], "VALID"), Throws.ArgumentException.With.Message.Contains("window of 4"));
        Assert.That(() => RawOps.AvgPool(x, [1, 2, 2], [1, 1, 1, 1], "VALID"), Throws.ArgumentException.With.Message.Contains("ksize must be 4"));
        Assert.That(() => RawOps.FusedBatchNormV3(x, GradientCase.Sample(2), GradientCase.Sample(1), GradientCase.Sample(1), GradientCase.Sample(1), 1e-3f, true), Throws.ArgumentException.With.Message.Contains("one number for each channel"));
    }
}
