namespace KerasNet.Tests;

/// <summary>Recordings of real Keras, layer by layer.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class PaddingAndCroppingLayerTests(string backend) : SpatialLayerFixture(backend)
{
    private static IEnumerable<SpatialLayerGolden> Cases => SpatialLayerGolden.Of("ZeroPadding", "Cropping");

    [TestCaseSource(nameof(Cases))]
    public void IsAsInKeras(SpatialLayerGolden golden) => Agree(golden);
}
