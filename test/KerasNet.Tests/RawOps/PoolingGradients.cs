using static KerasNet.Tests.GradientCase;

namespace KerasNet.Tests;

/// <summary>Gradient cases of pooling images; volumes have no float64 kernel in TensorFlow and stand in <see cref="VolumePoolingTests"/>.</summary>
internal sealed class PoolingGradients : IGradientCases
{
    public IEnumerable<GradientCase> Cases()
    {
        (string Name, int[] Window, int[] Strides, string Padding, TensorShape Shape)[] settings =
        [
            ("valid", [1, 2, 2, 1], [1, 2, 2, 1], "VALID", (2, 4, 5, 3)),
            ("overlapping", [1, 3, 2, 1], [1, 1, 1, 1], "VALID", (1, 4, 4, 2)),
            ("same", [1, 3, 3, 1], [1, 2, 1, 1], "SAME", (2, 5, 4, 5)),
        ];
        foreach (var s in settings)
        {
            yield return new($"MaxPool {s.Name}", x => RawOps.MaxPool(x[0], s.Window, s.Strides, s.Padding), Distinct(s.Shape)) { UnknownBatch = true, SecondOrder = true };
            yield return new($"MaxPoolGrad {s.Name}", x => RawOps.MaxPoolGrad(Distinct(s.Shape), RawOps.MaxPool(Distinct(s.Shape), s.Window, s.Strides, s.Padding), x[0], s.Window, s.Strides, s.Padding), Sample(RawOps.MaxPool(Distinct(s.Shape), s.Window, s.Strides, s.Padding).Shape));
            yield return new($"AvgPool {s.Name}", x => RawOps.AvgPool(x[0], s.Window, s.Strides, s.Padding), Sample(s.Shape)) { UnknownBatch = true, SecondOrder = true };
        }
    }

    /// <summary>Numbers in random order that are further apart than the step of a difference.</summary>
    public static Tensor Distinct(TensorShape shape)
    {
        var values = Enumerable.Range(0, (int)shape.Size).Select(i => i * 0.02).ToArray();
        new Random(3).Shuffle(values);
        return Tensor.Create<double>(values, shape);
    }
}
