using System.Text.Json;
using KerasNet.Layers;

namespace KerasNet.Tests;

/// <summary>Functions of bounding boxes and the perspective against recordings of real Keras.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class BoundingBoxTests(string backend) : BackendFixture(backend)
{
    private static readonly JsonElement s_golden = Golden.Json("ops/boxes.json");

    private static readonly string[] s_formats = [.. s_golden.GetProperty("formats").EnumerateObject().Select(p => p.Name)];

    private static readonly float[,] s_boxes = { { 1, 2, 7, 5 }, { 0, 0, 3, 9 }, { -2, 4, 12, 6 }, { 5, 5, 5, 5 } };

    private static readonly float[,] s_other = { { 2, 1, 6, 6 }, { 1, 1, 4, 8 }, { -1, -1, -1, -1 } };

    private static readonly double[] s_variance = [0.1, 0.1, 0.2, 0.2];

    private static Tensor Boxes => s_boxes;

    private static Tensor Other => s_other;

    [TestCaseSource(nameof(s_formats))]
    public void FormatsConvert(string pair)
    {
        var parts = pair.Split(' ');
        Near(Utils.BoundingBoxes.ConvertFormat(Boxes, parts[0], parts[1], 8, 10), s_golden.GetProperty("formats").GetProperty(pair));
    }

    [Test]
    public void BoxesAreCutOff()
    {
        var labels = Tensor.Create<int>([1, 2, 3, 4], (1, 4));
        var clipped = Utils.BoundingBoxes.ClipToImageSize(new LabeledBoxes(Ops.ExpandDims(Boxes, 0), labels), 8, 10);
        Near(clipped.Boxes, s_golden.GetProperty("clipped")[0]);
        Near(clipped.Labels!, s_golden.GetProperty("clipped")[1]);
        var relative = Utils.BoundingBoxes.ClipToImageSize(new LabeledBoxes(Ops.ExpandDims(Boxes, 0) / 6, labels), boundingBoxFormat: "rel_xyxy");
        Near(relative.Boxes, s_golden.GetProperty("relative")[0]);
        Near(relative.Labels!, s_golden.GetProperty("relative")[1]);
    }

    [Test]
    public void BoxesMove()
    {
        Tensor angle = new[] { 30f }, shift = new[] { 0.1f };
        Near(Utils.BoundingBoxes.AffineTransform(Ops.ExpandDims(Boxes, 0), angle, shift, shift * 2, shift * 12, angle / 3, angle / 5, 8, 10), s_golden.GetProperty("affine"));
        Near(Utils.BoundingBoxes.Crop(Boxes, 1, 2, 5, 6), s_golden.GetProperty("crop"));
        Near(Utils.BoundingBoxes.Pad(Boxes, 1, 2), s_golden.GetProperty("pad"));
    }

    [Test]
    public void OverlapsAreKeras()
    {
        Near(Utils.BoundingBoxes.ComputeIou(Boxes, Other, "xyxy"), s_golden.GetProperty("iou"));
        Near(Utils.BoundingBoxes.ComputeIou(Ops.ExpandDims(Boxes, 0), Ops.ExpandDims(Other, 0), "rel_xywh", imageShape: (8, 10, 3)), s_golden.GetProperty("iou_xywh"));
        Near(Utils.BoundingBoxes.ComputeIou(Other, Other, "xyxy", useMasking: true, maskVal: -7), s_golden.GetProperty("iou_masked"));
        Near(Utils.BoundingBoxes.ComputeCiou(Boxes[..3], Other, "center_xywh"), s_golden.GetProperty("ciou"));
    }

    [Test]
    public void DeltasAreKeras()
    {
        var deltas = Utils.BoundingBoxes.EncodeBoxToDeltas(Boxes[..3], Boxes[1..], "xyxy", "xywh", variance: s_variance);
        Near(deltas, s_golden.GetProperty("deltas"));
        Near(Utils.BoundingBoxes.DecodeDeltasToBoxes(Boxes[..3], deltas, "xyxy", "xywh", variance: s_variance), s_golden.GetProperty("decoded"));
    }

    [Test]
    public void APerspectiveIsKeras()
    {
        var images = Tensor.Create<float>([.. Enumerable.Range(0, 180).Select(i => i * 7919f % 251)], (2, 6, 5, 3));
        var start = Tensor.Create<float>([0, 0, 4, 0, 0, 5, 4, 5, 0, 0, 4, 0, 0, 5, 4, 5], (2, 4, 2));
        var end = Tensor.Create<float>([0.5f, 0.2f, 3.6f, 0.4f, 0.1f, 4.5f, 4.2f, 5.5f, 0, 1, 4, 0.5f, 1, 5, 3, 4], (2, 4, 2));
        Near(Ops.Image.PerspectiveTransform(images, start, end), s_golden.GetProperty("perspective"), 250);
        Near(Ops.Image.PerspectiveTransform(images[0], start[0], end[0], "nearest", 3), s_golden.GetProperty("perspective_nearest"), 250);
        Near(new Rescaling([1, 2, 0.5], [0, 1, 2]).Apply(images[..1, ..2, ..2]), s_golden.GetProperty("rescaling"), 250);
    }

    [Test]
    public void WrongArgumentsAreRefused()
    {
        Assert.That(() => Utils.BoundingBoxes.ConvertFormat(Boxes, "xyxy", "xyz"), Throws.ArgumentException.With.Message.Contains("Supported formats"));
        Assert.That(() => Utils.BoundingBoxes.ConvertFormat(Boxes, "xyxy", "rel_xyxy"), Throws.ArgumentException.With.Message.Contains("must receive `height` and `width`"));
        Assert.That(() => Utils.BoundingBoxes.ConvertFormat(Boxes[.., ..3], "xyxy", "xywh"), Throws.ArgumentException.With.Message.Contains("last dimension of 4"));
        Assert.That(() => Utils.BoundingBoxes.ClipToImageSize(new LabeledBoxes(Boxes, null), boundingBoxFormat: "xywh"), Throws.InstanceOf<NotSupportedException>());
        Assert.That(() => Utils.BoundingBoxes.ComputeIou(Boxes, Other, "rel_xyxy"), Throws.ArgumentException.With.Message.Contains("`image_shape`"));
        Assert.That(() => Utils.BoundingBoxes.EncodeBoxToDeltas(Boxes, Boxes, "xyxy", "xyxy", "xywh"), Throws.ArgumentException.With.Message.Contains("center_xywh"));
        Assert.That(() => Utils.BoundingBoxes.EncodeBoxToDeltas(Boxes, Boxes, "xyxy", "xyxy", variance: [1, 2]), Throws.ArgumentException.With.Message.Contains("length 4"));
        Assert.That(() => Ops.Image.PerspectiveTransform(Ops.Zeros((4, 4, 1)), Boxes, Boxes), Throws.ArgumentException.With.Message.Contains("(4,2)"));
    }

    private static void Near(Tensor received, JsonElement expected, double scale = 1)
    {
        var values = Ops.Cast(received, DataType.Float64).ToArray<double>();
        double[] wanted = [.. expected.EnumerateArray().Select(n => n.GetDouble())];
        Assert.That(values, Has.Length.EqualTo(wanted.Length));
        for (var i = 0; i < wanted.Length; i++)
        {
            Assert.That(values[i], Is.EqualTo(wanted[i]).Within((1e-5 * scale) + (1e-4 * Math.Abs(wanted[i]))), $"element {i}");
        }
    }
}
