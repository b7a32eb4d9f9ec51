using static KerasNet.Tests.GradientCase;

namespace KerasNet.Tests;

/// <summary>Gradient cases of projected images: linear in the images, computed in float32 on the managed backend.</summary>
internal sealed class ProjectionGradients : IGradientCases
{
    // Turned and moved so that no output pixel lies on the border between two input pixels.
    private static readonly float[,] _one = { { 0.9f, 0.3f, -0.61f, -0.27f, 0.8f, 1.43f, 0.02f, -0.01f } };
    private static readonly float[,] _two = { { 0.9f, 0.3f, -0.61f, -0.27f, 0.8f, 1.43f, 0, 0 }, { 1.3f, 0, -2.57f, 0.1f, 0.7f, -1.31f, 0, 0 } };

    public IEnumerable<GradientCase> Cases() =>
        from fill in new[] { "CONSTANT", "REFLECT", "WRAP", "NEAREST" }
        from interpolation in new[] { "BILINEAR", "NEAREST" }
        from transforms in new Tensor[] { _one, _two }
        select new GradientCase(
            $"projection, {fill}, {interpolation}, {transforms.Shape[0]} transforms",
            x => RawOps.ImageProjectiveTransformV3(x[0], transforms, RawOps.Constant(3, 5), RawOps.Scalar(0.5, DataType.Float32), interpolation, fill),
            Sample((2, 4, 3, 2))) { UnknownBatch = true, Tolerance = 3e-3 };
}
