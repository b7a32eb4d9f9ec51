namespace KerasNet.Tests.EachLayer;

/// <summary>Says which layer classes a fixture tests that is no <see cref="LayerFixture{T}"/>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class TestsLayersAttribute(params Type[] layers) : Attribute
{
    public IReadOnlyList<Type> Layers { get; } = layers;
}
