namespace KerasNet.Tests;

/// <summary>What pooling and batch normalisation refuse.</summary>
public sealed class VolumePoolingTests() : BackendFixture("managed")
{
    [Test]
    public void RulesAreEnforced()
    {
        var x = GradientCase.Sample((1, 2, 2, 1));
        Assert.That(() => RawOps.MaxPool(x, [1, 4, 1, 1], [1, 1, 1, 1], "VALID"), Throws.ArgumentException.With.Message.Contains("window of 4"));
        Assert.That(() => RawOps.AvgPool(x, [1, 2, 2], [1, 1, 1, 1], "VALID"), Throws.ArgumentException.With.Message.Contains("ksize must be 4"));
        Assert.That(() => RawOps.FusedBatchNormV3(x, GradientCase.Sample(2), GradientCase.Sample(1), GradientCase.Sample(1), GradientCase.Sample(1), 1e-3f, true), Throws.ArgumentException.With.Message.Contains("one number for each channel"));
    }
}
