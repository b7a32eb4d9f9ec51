namespace KerasNet.Tests;

/// <summary>Recordings of real Keras, layer by layer.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class PoolingLayerTests(string backend) : SpatialLayerFixture(backend)
{
    private static IEnumerable<SpatialLayerGolden> Cases => SpatialLayerGolden.Of("Pooling");

    [TestCaseSource(nameof(Cases))]
    public void IsAsInKeras(SpatialLayerGolden golden) => Agree(golden);
}
