using static KerasNet.Tests.GradientCase;

namespace KerasNet.Tests;

/// <summary>Gradient cases of resizing, which is computed in float32: linear, so that float32's digits are enough.</summary>
internal sealed class ResizeGradients : IGradientCases
{
    private static readonly (string Name, Func<Tensor, Tensor, bool, bool, Tensor> Op)[] _methods =
    [
        ("ResizeNearestNeighbor", RawOps.ResizeNearestNeighbor), ("ResizeBilinear", RawOps.ResizeBilinear), ("ResizeBicubic", RawOps.ResizeBicubic),
    ];

    public IEnumerable<GradientCase> Cases()
    {
        foreach (var (name, op) in _methods)
        {
            foreach (var (height, width) in new[] { (5, 3), (2, 4), (3, 3) })
            {
                Tensor Resized(Tensor[] x) => RawOps.Cast(op(RawOps.Cast(x[0], DataType.Float32), RawOps.Constant(height, width), false, true), DataType.Float64);
                yield return new($"{name} to {height}x{width}", Resized, Sample((2, 3, 4, 2))) { UnknownBatch = true, SecondOrder = true, Tolerance = 3e-3 };
            }
        }
    }
}
