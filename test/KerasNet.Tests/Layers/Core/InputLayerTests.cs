using System.Text.Json.Nodes;
using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestsLayers(typeof(InputLayer))]
public sealed class InputLayerTests
{
    [Test]
    public void HasAShapeATypeAndAConfig()
    {
        using var scope = Keras.Scope("managed");
        var layer = new InputLayer((null, 3), batchSize: 2, dtype: DataType.Int32);
        Assert.That((layer.BatchShape, layer.Tensor.DType, layer.Name), Is.EqualTo((new TensorShape(2, -1, 3), DataType.Int32, "input_layer")));
        Assert.That(JsonNode.DeepEquals(Layer.Deserialize(Layer.Serialize(layer)).GetConfig(), layer.GetConfig()));
    }

    [Test]
    public void IsNotCalled() =>
        Assert.That(() => new InputLayer(3).Apply(new float[,] { { 1, 2, 3 } }), Throws.InstanceOf<InvalidOperationException>());
}
