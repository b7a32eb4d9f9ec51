using static KerasNet.Tests.GradientCase;

namespace KerasNet.Tests;

/// <summary>Gradient cases of reductions and running results: single axes, several, all, kept or not.</summary>
internal sealed class ReductionGradients : IGradientCases
{
    private static readonly (string Name, Func<Tensor, Tensor, bool, Tensor> Op, bool Smooth)[] _reductions =
    [
        ("Sum", RawOps.Sum, true), ("Mean", RawOps.Mean, true), ("Prod", RawOps.Prod, true), ("EuclideanNorm", RawOps.EuclideanNorm, true), ("Max", RawOps.Max, false), ("Min", RawOps.Min, false),
    ];

    private static readonly (TensorShape Shape, int[] Axes)[] _axes = [((3, 4), [0]), ((3, 4), [-1]), ((2, 3, 4), [0, 2]), ((2, 3, 4), [1]), ((2, 3), [0, 1]), ((2, 3), [])];

    public IEnumerable<GradientCase> Cases()
    {
        foreach (var (name, op, smooth) in _reductions)
        {
            foreach (var (shape, axes) in _axes)
            {
                if (name == "EuclideanNorm" && axes.Length == 0)
                {
                    continue;
                }

                foreach (var (unknown, keep) in new[] { (false, false), (true, true), (true, false) })
                {
                    var input = smooth ? Sample(shape, 0.5, 2) : ElementwiseGradients.Distinct(shape, 0);
                    yield return new($"{name} of {shape} along [{string.Join(", ", axes)}]{(keep ? " kept" : string.Empty)}", x => op(x[0], RawOps.Constant(axes), keep), input)
                    {
                        UnknownBatch = unknown,
                        SecondOrder = smooth,
                    };
                }
            }
        }

        foreach (var (shape, axis) in new (TensorShape, int)[] { ((3, 4), 0), ((3, 4), -1), ((2, 3, 2), 1) })
        {
            foreach (var (exclusive, reverse) in new[] { (false, false), (true, false), (false, true), (true, true) })
            {
                var how = $"{shape} along {axis}{(exclusive ? ", exclusive" : string.Empty)}{(reverse ? ", reverse" : string.Empty)}";
                yield return new($"Cumsum {how}", x => RawOps.Cumsum(x[0], axis, exclusive, reverse), Sample(shape)) { UnknownBatch = true, SecondOrder = true };
                yield return new($"Cumprod {how}", x => RawOps.Cumprod(x[0], axis, exclusive, reverse), Sample(shape, 0.5, 2)) { UnknownBatch = true, SecondOrder = true };
            }
        }

        yield return new("Prod with a zero", x => RawOps.Prod(x[0], RawOps.Constant(0)), Tensor.Create([2.0, 0, 3, 0.5, 1, -1], (3, 2)));
    }
}
