using static KerasNet.Tests.GradientCase;

namespace KerasNet.Tests;

/// <summary>Gradient cases of the convolution ops as TensorFlow's processors compute them: channels last, no dilation, one group.</summary>
internal sealed class ConvolutionGradients : IGradientCases
{
    public IEnumerable<GradientCase> Cases() => [.. Images(), .. Volumes(), .. Channels()];

    private static IEnumerable<GradientCase> Images()
    {
        (string Name, int[] Strides, string Padding, int[]? Explicit, TensorShape X, TensorShape W)[] settings =
        [
            ("valid", [1, 1, 1, 1], "VALID", null, (2, 4, 5, 2), (3, 2, 2, 3)),
            ("same", [1, 1, 1, 1], "SAME", null, (1, 3, 4, 2), (3, 2, 2, 2)),
            ("strides", [1, 2, 3, 1], "SAME", null, (2, 5, 4, 1), (3, 3, 1, 2)),
            ("explicit", [1, 2, 1, 1], "EXPLICIT", [0, 0, 1, 2, 0, 1, 0, 0], (1, 4, 3, 2), (2, 2, 2, 2)),
            ("pointwise", [1, 1, 1, 1], "VALID", null, (2, 2, 3, 3), (1, 1, 3, 2)),
        ];
        foreach (var s in settings)
        {
            yield return new($"Conv2D {s.Name}", x => RawOps.Conv2D(x[0], x[1], s.Strides, s.Padding, explicitPaddings: s.Explicit), Sample(s.X), Sample(s.W, seed: 2)) { UnknownBatch = true, Batched = [0], SecondOrder = true };
        }
    }

    private static IEnumerable<GradientCase> Volumes()
    {
        yield return new("Conv3D valid", x => RawOps.Conv3D(x[0], x[1], [1, 1, 1, 1, 1], "VALID"), Sample((1, 3, 3, 2, 2)), Sample((2, 2, 1, 2, 2), seed: 2)) { UnknownBatch = true, Batched = [0], SecondOrder = true };
        yield return new("Conv3D same", x => RawOps.Conv3D(x[0], x[1], [1, 2, 1, 2, 1], "SAME"), Sample((2, 3, 2, 3, 1)), Sample((3, 2, 2, 1, 2), seed: 2)) { UnknownBatch = true, Batched = [0], SecondOrder = true };
        yield return new("Conv3D pointwise", x => RawOps.Conv3D(x[0], x[1], [1, 1, 1, 1, 1], "SAME"), Sample((2, 2, 2, 1, 3)), Sample((1, 1, 1, 3, 2), seed: 2)) { UnknownBatch = true, Batched = [0] };
    }

    private static IEnumerable<GradientCase> Channels()
    {
        yield return new("DepthwiseConv2dNative valid", x => RawOps.DepthwiseConv2dNative(x[0], x[1], [1, 1, 1, 1], "VALID"), Sample((2, 4, 3, 3)), Sample((2, 3, 3, 1), seed: 2)) { UnknownBatch = true, Batched = [0], SecondOrder = true };
        yield return new("DepthwiseConv2dNative same", x => RawOps.DepthwiseConv2dNative(x[0], x[1], [1, 2, 2, 1], "SAME"), Sample((1, 5, 4, 2)), Sample((3, 2, 2, 2), seed: 2)) { UnknownBatch = true, Batched = [0], SecondOrder = true };
        yield return new("DepthwiseConv2dNative one", x => RawOps.DepthwiseConv2dNative(x[0], x[1], [1, 1, 1, 1], "SAME"), Sample((2, 2, 2, 4)), Sample((1, 1, 4, 3), seed: 2)) { UnknownBatch = true, Batched = [0] };
    }
}
