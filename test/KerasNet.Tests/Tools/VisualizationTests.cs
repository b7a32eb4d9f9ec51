using System.Text.Json;

namespace KerasNet.Tests.Tools;

/// <summary>Boxes, masks and galleries.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class VisualizationTests(string backend) : BackendFixture(backend)
{
    private static readonly JsonElement _golden = Golden.Json("tools/masks.json");

    [Test]
    public void MasksAreKerass([Range(0, 4)] int index)
    {
        var golden = _golden.GetProperty("cases")[index];
        var arguments = golden.GetProperty("arguments");
        int? Int(string name) => arguments.TryGetProperty(name, out var value) ? value.GetInt32() : null;
        var colors = arguments.TryGetProperty("color_mapping", out var given) ? given.EnumerateArray().Select((c, i) => (i, (c[0].GetInt32(), c[1].GetInt32(), c[2].GetInt32()))).ToDictionary(p => p.i, p => p.Item2) : null;
        var drawn = Visualization.DrawSegmentationMasks(
            GoldenTensor.Read(_golden.GetProperty("images")), GoldenTensor.Read(_golden.GetProperty("classes")), Int("num_classes"), colors, arguments.TryGetProperty("alpha", out var alpha) ? alpha.GetDouble() : 0.8,
            !arguments.TryGetProperty("blend", out _), Int("ignore_index") ?? -1);
        GoldenTensor.AreClose(drawn, golden.GetProperty("result"), arguments.GetRawText());
    }

    [Test]
    public void MistakesInMasksAreTold()
    {
        Tensor images = GoldenTensor.Read(_golden.GetProperty("images")), classes = GoldenTensor.Read(_golden.GetProperty("classes"));
        Assert.That(() => Visualization.DrawSegmentationMasks(images, Ops.Cast(classes, DataType.Float32)), Throws.ArgumentException.With.Message.StartsWith(_golden.GetProperty("floats").GetString()!));
        Assert.That(() => Visualization.DrawSegmentationMasks(images[0], classes[0]), Throws.ArgumentException.With.Message.StartsWith(_golden.GetProperty("rank").GetString()!));
        Assert.That(() => Visualization.DrawSegmentationMasks(images, classes, 4, new Dictionary<int, (int, int, int)>()), Throws.ArgumentException.With.Message.Contains("no colour for class"));
        Assert.That(() => Visualization.DrawSegmentationMasks(images, Ops.Zeros((2, 4, 4, 1), DataType.Int32)), Throws.ArgumentException.With.Message.Contains("(2, 4, 4)"));
    }

    [Test]
    public void BoxesAreDrawnWhereTheyAre([Values("xyxy", "rel_xyxy", "xywh")] string format, [Values] bool first)
    {
        float[] box = format switch { "xyxy" => [2, 3, 12, 9], "xywh" => [2, 3, 10, 6], _ => [2 / 20f, 3 / 16f, 12 / 20f, 9 / 16f] };
        var boxes = new Dictionary<string, Tensor>
        {
            ["boxes"] = Tensor.Create<float>([.. box, .. box.Select(b => b / 2)], (1, 2, 4)), ["labels"] = Tensor.Create<int>([5, -1], (1, 2)),
        };
        Tensor images = Ops.Zeros((1, 16, 20, 3));
        var drawn = Visualization.DrawBoundingBoxes(first ? Ops.Transpose(images, [0, 3, 1, 2]) : images, boxes, format, color: (10, 20, 30), lineThickness: 1, dataFormat: first ? "channels_first" : "channels_last");
        drawn = first ? Ops.Transpose(drawn, [0, 2, 3, 1]) : drawn;
        var pixels = drawn.ToArray<byte>();
        for (var y = 0; y < 16; y++)
        {
            for (var x = 0; x < 20; x++)
            {
                var on = (x is 2 or 12 && y is >= 3 and <= 9) || (y is 3 or 9 && x is >= 2 and <= 12);
                Assert.That(pixels[((y * 20) + x) * 3], Is.EqualTo(on ? 10 : 0), $"({x}, {y})");
            }
        }
    }

    [Test]
    public void ClassesAreNamed()
    {
        var boxes = new Dictionary<string, Tensor> { ["boxes"] = Tensor.Create<float>([20, 60, 80, 90], (1, 1, 4)), ["labels"] = Tensor.Create<int>([1], (1, 1)), ["confidences"] = Tensor.Create<float>([0.5f], (1, 1)) };
        int Written(IReadOnlyDictionary<int, string>? names)
        {
            var pixels = Visualization.DrawBoundingBoxes(Ops.Ones((1, 100, 120, 3)), boxes, "xyxy", names, (255, 0, 0), fontScale: 0.5).ToArray<byte>();
            return Enumerable.Range(0, 50 * 120).Count(i => pixels[(3 * i) + 1] < 128);
        }

        Assert.That(Written(null), Is.Zero, "above the box is nothing");
        Assert.That(Written(new Dictionary<int, string> { [1] = "cat" }), Is.InRange(100, 1500), "but the name of the class");
        Assert.That(Written(new Dictionary<int, string> { [2] = "dog" }), Is.Zero);
        Assert.That(() => Visualization.DrawBoundingBoxes(Ops.Ones((1, 8, 8, 3)), new Dictionary<string, Tensor>(), "xyxy"), Throws.ArgumentException.With.Message.Contains("'boxes' and 'labels'"));
        Assert.That(() => Visualization.DrawBoundingBoxes(Ops.Ones((8, 8, 3)), boxes, "xyxy"), Throws.ArgumentException.With.Message.StartsWith("`images` must be batched 4D tensor."));
        Assert.That(() => Visualization.DrawBoundingBoxes(Ops.Ones((2, 8, 8, 3)), boxes, "xyxy"), Throws.ArgumentException.With.Message.Contains("(2, boxes, 4)"));
    }

    [Test]
    public void GalleriesAreFiles()
    {
        var folder = Directory.CreateTempSubdirectory("gallery").FullName;
        try
        {
            var path = Path.Combine(folder, "g.png");
            var images = Ops.Stack(new Tensors(Enumerable.Range(0, 5).Select(i => Ops.Full((4, 8, 3), i * 50f))));
            var plain = Visualization.PlotImageGallery(images, rows: 2, cols: 3, scale: 1, dpi: 40, path: path);
            Assert.That(plain.Shape, Is.EqualTo((TensorShape)(80, 120, 4)));
            Assert.That(Utils.LoadImg(path, "rgba").ToArray<byte>(), Is.EqualTo(plain.ToArray<byte>()));

            // A picture is 40 wide and 20 high in the middle of its field; around it, and where there is none, it is clear.
            Assert.That(plain[20, 60].ToArray<byte>(), Is.EqualTo(new byte[] { 50, 50, 50, 255 }));
            Assert.That(plain[5, 60].ToArray<byte>()[3], Is.Zero);
            Assert.That(plain[60, 100].ToArray<byte>()[3], Is.Zero);
            var white = Visualization.PlotImageGallery(images, transparent: false);
            Assert.That((white.Shape[2], white[2, 2].ToArray<byte>()[0]), Is.EqualTo((3, 255)));
            var titled = Visualization.PlotImageGallery(images, yTrue: Tensor.From(new[] { 0, 1, 0, 1, 0 }), yPred: Tensor.From(new[] { 0, 0, 0, 0, 9 }), labelMap: new Dictionary<int, string> { [0] = "cat", [1] = "dog" }, rows: 5, cols: 1);
            Assert.That(titled.Shape[0], Is.GreaterThan(5 * 120));
            Assert.That(() => Visualization.PlotImageGallery(images, yTrue: Tensor.From(new[] { 0 })), Throws.ArgumentException.With.Message.Contains("`label_map` must also be provided"));
            Assert.That(() => Visualization.PlotImageGallery(images, show: true), Throws.InstanceOf<NotSupportedException>());
            Assert.That(() => Visualization.PlotImageGallery(images, show: true, path: path), Throws.ArgumentException);
            Assert.That(() => Visualization.PlotImageGallery(images[0]), Throws.ArgumentException.With.Message.Contains("batched"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void GalleriesOfBoxesAndMasks()
    {
        var images = Ops.Zeros((4, 30, 30, 3));
        var boxes = new Dictionary<string, Tensor> { ["boxes"] = Ops.Tile(Tensor.Create<float>([5, 5, 25, 25], (1, 1, 4)), [4, 1, 1]), ["labels"] = Ops.Zeros((4, 1), DataType.Int32) };
        var gallery = Visualization.PlotBoundingBoxGallery(images, "xyxy", boxes, legend: true, rows: 2, cols: 2, scale: 1, dpi: 30);
        Assert.That((gallery.Shape[0] > 60, gallery.Shape[1]), Is.EqualTo((true, 60)));
        Assert.That(gallery[15, 5].ToArray<byte>(), Is.EqualTo(new byte[] { 0, 188, 212, 255 }), "the left line of the first box");
        Assert.That(() => Visualization.PlotBoundingBoxGallery(images, "xyxy", boxes, legend: true, legendHandles: [("x", (1, 2, 3))]), Throws.ArgumentException.With.Message.Contains("legend_handles"));
        var masks = Ops.Ones((4, 30, 30, 1), DataType.Int32);
        var rows = Visualization.PlotSegmentationMaskGallery(images, 3, yTrue: masks, yPred: masks * 2, scale: 1, dpi: 30, alpha: 1);
        Assert.That(rows.Shape, Is.EqualTo((TensorShape)(120, 90, 4)));
        byte[] Palette(long i) => [(byte)(i * ((1L << 25) - 1) % 255), (byte)(i * ((1L << 15) - 1) % 255), (byte)(i * ((1L << 21) - 1) % 255), 255];
        Assert.That((rows[15, 15].ToArray<byte>(), rows[15, 45].ToArray<byte>(), rows[105, 75].ToArray<byte>()), Is.EqualTo((new byte[] { 0, 0, 0, 255 }, Palette(1), Palette(2))));
    }
}
