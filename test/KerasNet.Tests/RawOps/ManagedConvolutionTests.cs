namespace KerasNet.Tests;

/// <summary>Settings that the managed kernels compute directly and TensorFlow on a processor does not: groups, dilation, channels first.</summary>
public sealed class ManagedConvolutionTests() : BackendFixture("managed")
{
    [TestCase("NHWC", "SAME", 1, 1, 1)]
    [TestCase("NHWC", "VALID", 1, 2, 1)]
    [TestCase("NHWC", "SAME", 2, 2, 1)]
    [TestCase("NHWC", "SAME", 1, 1, 2)]
    [TestCase("NHWC", "VALID", 2, 3, 2)]
    [TestCase("NHWC", "EXPLICIT", 2, 2, 2)]
    [TestCase("NCHW", "SAME", 2, 1, 1)]
    [TestCase("NCHW", "VALID", 1, 2, 2)]
    [TestCase("NCHW", "EXPLICIT", 1, 2, 2)]
    public void TwoDimensions(string format, string padding, int stride, int dilation, int groups)
    {
        var first = format == "NCHW";
        int[] Steps(int s) => first ? [1, 1, s, s] : [1, s, s, 1];
        int[]? pads = padding != "EXPLICIT" ? null : first ? [0, 0, 0, 0, 1, 2, 0, 1] : [0, 0, 1, 2, 0, 1, 0, 0];
        var x = GradientCase.Sample(first ? (2, 4, 7, 6) : (2, 7, 6, 4));
        var w = GradientCase.Sample((3, 2, 4 / groups, 2), seed: 2);
        new GradientCase("Conv2D", t => RawOps.Conv2D(t[0], t[1], Steps(stride), padding, Steps(dilation), format, pads), x, w) { UnknownBatch = true, Batched = [0], SecondOrder = true }.Check();
    }

    [TestCase("NDHWC", "SAME", 2, 1)]
    [TestCase("NDHWC", "VALID", 1, 2)]
    [TestCase("NCDHW", "SAME", 2, 2)]
    public void ThreeDimensions(string format, string padding, int dilation, int groups)
    {
        var first = format == "NCDHW";
        int[] dilations = first ? [1, 1, dilation, 1, dilation] : [1, dilation, 1, dilation, 1];
        var x = GradientCase.Sample(first ? (1, 2, 3, 2, 4) : (1, 3, 2, 4, 2));
        var w = GradientCase.Sample((2, 1, 2, 2 / groups, 2), seed: 2);
        new GradientCase("Conv3D", t => RawOps.Conv3D(t[0], t[1], [1, 1, 1, 1, 1], padding, dilations, format), x, w) { UnknownBatch = true, Batched = [0], SecondOrder = true }.Check();
    }

    [TestCase("NHWC", "SAME", 1, 2)]
    [TestCase("NHWC", "VALID", 2, 2)]
    [TestCase("NCHW", "SAME", 2, 1)]
    public void Depthwise(string format, string padding, int stride, int dilation)
    {
        var first = format == "NCHW";
        int[] Steps(int s) => first ? [1, 1, s, s] : [1, s, s, 1];
        var x = GradientCase.Sample(first ? (2, 3, 5, 6) : (2, 5, 6, 3));
        var w = GradientCase.Sample((2, 3, 3, 2), seed: 2);
        new GradientCase("DepthwiseConv2dNative", t => RawOps.DepthwiseConv2dNative(t[0], t[1], Steps(stride), padding, Steps(dilation), format), x, w) { UnknownBatch = true, Batched = [0], SecondOrder = true }.Check();
    }

    [Test]
    public void RulesAreEnforced()
    {
        var x = GradientCase.Sample((1, 4, 4, 3));
        Assert.That(() => RawOps.Conv2D(x, GradientCase.Sample((5, 2, 3, 2)), [1, 1, 1, 1], "VALID"), Throws.ArgumentException.With.Message.Contains("larger than axis 0"));
        Assert.That(() => RawOps.Conv2D(x, GradientCase.Sample((2, 2, 2, 2)), [1, 1, 1, 1], "VALID"), Throws.ArgumentException.With.Message.Contains("evenly divisible"));
        Assert.That(() => RawOps.Conv2D(x, GradientCase.Sample((2, 2, 3, 2)), [1, 1, 1], "VALID"), Throws.ArgumentException.With.Message.Contains("strides must be 4"));
        Assert.That(() => RawOps.Conv2D(x, GradientCase.Sample((2, 3, 2)), [1, 1, 1, 1], "VALID"), Throws.ArgumentException.With.Message.Contains("rank 4"));
        Assert.That(() => RawOps.DepthwiseConv2dNative(x, GradientCase.Sample((2, 2, 3, 1)), [1, 2, 1, 1], "VALID"), Throws.ArgumentException.With.Message.Contains("equal strides"));
    }
}
