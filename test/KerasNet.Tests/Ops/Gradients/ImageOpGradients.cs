using static KerasNet.Tests.OpGradient;

namespace KerasNet.Tests;

/// <summary>Functions of images. What a transformation is made of has no gradient, as in TensorFlow's kernel.</summary>
internal sealed class ImageOpGradients : IOpGradients
{
    /// <summary>TensorFlow resizes in float32 whatever comes, and Keras computes places in it.</summary>
    private const double Float32 = 2e-3;

    private static readonly TensorShape _shape = (1, 4, 5, 3);
    private static readonly Tensor _turn = Tensor.Create<double>([1.02, 0.13, -0.57, -0.11, 0.93, 0.31, 0.013, -0.011], 8);
    private static readonly Tensor _from = Tensor.Create<double>([0, 0, 0, 4, 3, 0, 3, 4], (1, 4, 2));
    private static readonly Tensor _to = Tensor.Create<double>([0.63, 0.21, 0.37, 3.7, 2.9, 0.31, 2.6, 3.9], (1, 4, 2));

    public IEnumerable<OpGradient> Cases() =>
    [
        .. ((string[])["bilinear", "nearest", "bicubic", "lanczos3", "lanczos5", "area"]).SelectMany(m => (OpGradient[])
        [
            new("Image.Resize", x => Ops.Image.Resize(x[0], (3, 7), m), S(_shape)) { Tolerance = Float32 },
            new("Image.Resize", x => Ops.Image.Resize(x[0], (3, 4), m, antialias: true), S(_shape)) { Tolerance = Float32 },
        ]),
        new("Image.Resize", x => Ops.Image.Resize(x[0], (3, 3), cropToAspectRatio: true), S(_shape)) { Tolerance = Float32 },
        new("Image.Resize", x => Ops.Image.Resize(x[0], (6, 6), padToAspectRatio: true, dataFormat: "channels_first"), S((1, 3, 4, 5))) { Tolerance = Float32 },
        .. ((string[])["constant", "nearest", "wrap", "reflect"]).SelectMany(f => (OpGradient[])
        [
            new("Image.AffineTransform", x => Ops.Image.AffineTransform(x[0], _turn, fillMode: f), S(_shape)) { Tolerance = Float32 },
            new("Image.MapCoordinates", x => Ops.Image.MapCoordinates(x[0], x[1], 1, f), S((3, 4)), Tensor.Create<double>([0.3, 1.6, -0.4, 2.7, 1.2, 2.4, 3.3, -1.3], (2, 4))),
        ]),
        new("Image.AffineTransform", x => Ops.Image.AffineTransform(x[0], _turn, "nearest"), S(_shape)) { Tolerance = Float32 },
        new("Image.MapCoordinates", x => Ops.Image.MapCoordinates(x[0], Tensor.Create<double>([0.3, 1.6, 1.2, 2.4], (2, 2)), 0), S((3, 4))),
        new("Image.PerspectiveTransform", x => Ops.Image.PerspectiveTransform(x[0], _from, _to), S(_shape)) { Tolerance = Float32 },
        new("Image.PerspectiveTransform", x => Ops.Image.PerspectiveTransform(x[0], _from, _to, "nearest"), S(_shape)) { Tolerance = Float32 },
        new("Image.GaussianBlur", x => Ops.Image.GaussianBlur(x[0], (3, 3), x[1]), S(_shape), Tensor.Create<double>([0.8, 1.3], 2)),
        new("Image.GaussianBlur", x => Ops.Image.GaussianBlur(x[0], Tensor.Create([3, 3], 2), x[1]), S(_shape), Tensor.Create<double>([0.8, 1.3], 2)),
        new("Image.ElasticTransform", x => Ops.Image.ElasticTransform(x[0], alpha: 2, sigma: 1, seed: 3), S(_shape)),
        new("Image.RgbToHsv", x => Ops.Image.RgbToHsv(x[0]), Colours()),
        new("Image.HsvToRgb", x => Ops.Image.HsvToRgb(x[0]), Colours()),
        new("Image.RgbToGrayscale", x => Ops.Image.RgbToGrayscale(x[0]), S(_shape)),
        new("Image.SobelEdges", x => Ops.Image.SobelEdges(x[0]), S(_shape)),
        new("Image.Ssim", x => Ops.Image.Ssim(x[0], x[1], filterSize: 3), S(_shape, 0, 1), S(_shape, 0, 1, seed: 2)),
        new("Image.ExtractPatches", x => Ops.Image.ExtractPatches(x[0], (2, 3), strides: 1), S(_shape)),
        new("Image.ExtractPatches", x => Ops.Image.ExtractPatches(x[0], 2, dilationRate: 2, strides: 1, padding: "same"), S(_shape)),
        new("Image.ExtractPatches3D", x => Ops.Image.ExtractPatches3D(x[0], 2, strides: 1), S((1, 3, 3, 3, 2))),
        new("Image.CropImages", x => Ops.Image.CropImages(x[0], 1, 2, 0, 1), S(_shape)),
        new("Image.PadImages", x => Ops.Image.PadImages(x[0], 1, 2, 0, 1), S(_shape)),
        .. ((string[])["linear", "cubic", "lanczos3", "lanczos5"]).Select(m => new OpGradient(
            "Image.ScaleAndTranslate",
            x => Ops.Image.ScaleAndTranslate(x[0], (1, 3, 4, 3), Tensor.Create<double>([0.8, 0.7], 2), Tensor.Create<double>([0.3, -0.2], 2), [1, 2], m),
            S(_shape)) { Tolerance = Float32 }),
    ];

    /// <summary>Colours whose red, green and blue lie apart, so that a step changes no order.</summary>
    private static Tensor Colours() => Tensor.Create<double>([0.13, 0.52, 0.87, 0.91, 0.33, 0.62, 0.41, 0.83, 0.12, 0.72, 0.18, 0.41], (1, 2, 2, 3));
}
