using System.Text.Json.Nodes;
using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.Tests;

/// <summary>One recorded call of an image layer in real Keras: test/golden/layers/images.json.</summary>
public sealed class ImageLayerGolden(int index, JsonObject json)
{
    private static readonly float[] s_boxes = [0, 1, 3, 4, 1, 1, 2, 5, 4, 4, 5, 6, 0, 0, 5, 6, 2, 0, 4, 3, 3, 3, 3, 3];

    private static readonly Lazy<IReadOnlyList<ImageLayerGolden>> s_all = new(() =>
        [.. JsonNode.Parse(Golden.Text("layers/images.json"))!["cases"]!.AsArray().Select((c, i) => new ImageLayerGolden(i, c!.AsObject()))]);

    /// <summary>All recordings; not those where Keras itself fails.</summary>
    public static IEnumerable<ImageLayerGolden> All => s_all.Value.Where(g => g.Json.ContainsKey("training"));

    public JsonObject Json { get; } = json;

    public string Class => Json["class"]!.GetValue<string>();

    public string Kind => Json["kind"]!.GetValue<string>();

    public JsonObject Arguments => Json["arguments"]!.AsObject();

    public TensorShape Shape => new([.. Json["shape"]!.AsArray().Select(n => n!.GetValue<int>())]);

    public Layer Create() => Create("arguments");

    /// <summary>The layer that Keras's config of it describes.</summary>
    public Layer CreateFromConfig() => Create("config");

    public Tensors Inputs()
    {
        var images = Images();
        var inputs = new Dictionary<string, Tensor> { ["images"] = images };
        if (Kind.Contains("detection", StringComparison.Ordinal))
        {
            inputs["bounding_boxes/boxes"] = Tensor.Create<float>(s_boxes, (2, 3, 4));
            inputs["bounding_boxes/labels"] = Tensor.Create<int>([0, 1, 2, 3, 4, 5], (2, 3));
            inputs["labels"] = Values(3, (2, 3));
        }
        else if (Kind.Contains("segmentation", StringComparison.Ordinal))
        {
            inputs["labels"] = Values(3, (2, 3));
            inputs["segmentation_masks"] = Ops.Floor(Values(4, (2, 6, 5, 1)) / 64);
        }
        else if (Kind == "labels")
        {
            inputs["labels"] = Values(3, (2, 3));
        }
        else
        {
            return images;
        }

        return new Tensors(inputs);
    }

    public override string ToString() =>
        $"{index}: {Class}({string.Join(", ", Arguments.Select(p => $"{p.Key}={p.Value?.ToJsonString()}"))}) {Shape} {Json["dtype"]} {Kind}";

    /// <summary>The arrays that the recording script makes.</summary>
    private static Tensor Values(int number, TensorShape shape, double unit = 1) =>
        Tensor.Create<float>([.. Numbers(number, shape).Select(i => (float)(unit * (float)(i % 1009 / 1009.0 * 255)))], shape);

    private static IEnumerable<long> Numbers(int number, TensorShape shape) => Enumerable.Range(0, (int)shape.Size).Select(i => (i * 7919L) + (number * 104729L));

    private Tensor Images() => Json["dtype"]!.GetValue<string>() == "uint8"
        ? Tensor.Create<byte>([.. Numbers(0, Shape).Select(i => (byte)(i % 256))], Shape)
        : Values(0, Shape, Json["unit"]!.GetValue<double>());

    private Layer Create(string key) =>
        (Layer)ObjectSerializer.Deserialize(new JsonObject { ["class_name"] = Class, ["config"] = Json[key]!.DeepClone() }, typeof(Layer));
}
