namespace KerasNet.Tests;

/// <summary>Gradient cases of kernels that TensorFlow does not have for float64 on a CPU: pooled volumes, channels that come first, fused batch normalisation.</summary>
internal sealed class VolumeGradients : IGradientCases
{
    public IEnumerable<GradientCase> Cases()
    {
        foreach (var (format, padding) in new[] { ("NDHWC", "VALID"), ("NDHWC", "SAME"), ("NCDHW", "SAME") })
        {
            var first = format == "NCDHW";
            int[] window = first ? [1, 1, 2, 2, 1] : [1, 2, 2, 1, 1];
            int[] strides = first ? [1, 1, 2, 1, 1] : [1, 2, 1, 1, 1];
            var x = PoolingGradients.Distinct(first ? (2, 2, 3, 3, 2) : (2, 3, 3, 2, 2));
            yield return Managed($"MaxPool3D {format} {padding}", t => RawOps.MaxPool3D(t[0], window, strides, padding, format), x);
            yield return Managed($"AvgPool3D {format} {padding}", t => RawOps.AvgPool3D(t[0], window, strides, padding, format), x);
        }

        var image = PoolingGradients.Distinct((2, 3, 4, 5));
        yield return Managed("MaxPool NCHW", t => RawOps.MaxPool(t[0], [1, 1, 3, 2], [1, 1, 2, 1], "SAME", "NCHW"), image);
        yield return Managed("AvgPool NCHW", t => RawOps.AvgPool(t[0], [1, 1, 3, 2], [1, 1, 2, 1], "SAME", "NCHW"), image);
        int[] ones = [1, 1, 1, 1];
        int[] square = [1, 2, 2, 1];
        var pixels = PoolingGradients.Distinct((2, 3, 4, 2));
        yield return Managed("MaxPoolGradGrad", t => RawOps.MaxPoolGradGrad(pixels, RawOps.MaxPool(pixels, square, ones, "SAME"), t[0], square, ones, "SAME"), GradientCase.Sample((2, 3, 4, 2)));
        int[] steps = [1, 1, 1, 1, 1];
        int[] cube = [1, 2, 2, 2, 1];
        var voxels = PoolingGradients.Distinct((1, 3, 3, 2, 2));
        yield return Managed("MaxPool3DGradGrad", t => RawOps.MaxPool3DGradGrad(voxels, RawOps.MaxPool3D(voxels, cube, steps, "SAME"), t[0], cube, steps, "SAME"), GradientCase.Sample((1, 3, 3, 2, 2)));
        foreach (var (format, training) in new[] { ("NHWC", true), ("NCHW", true), ("NHWC", false) })
        {
            var x = GradientCase.Sample(format == "NCHW" ? (2, 3, 2, 2) : (2, 2, 2, 3), -2, 2);
            Tensor Call(Tensor[] t) => RawOps.FusedBatchNormV3(t[0], t[1], t[2], Tensor.Create([0.1, 0.2, 0.3], 3), Tensor.Create([1.0, 2, 0.5], 3), 1e-3f, training, format)[0];
            yield return Managed($"FusedBatchNormV3 {format} training={training}", Call, x, GradientCase.Sample(3, 0.5, 2), GradientCase.Sample(3)) with { Batched = [0], Tolerance = 1e-5 };
        }
    }

    private static GradientCase Managed(string name, Func<Tensor[], Tensor> function, params Tensor[] inputs) =>
        new(name, function, inputs) { UnknownBatch = true, SecondOrder = true, ManagedOnly = true };
}
