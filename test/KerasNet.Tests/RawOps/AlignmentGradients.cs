using static KerasNet.Tests.GradientCase;

namespace KerasNet.Tests;

/// <summary>Gradient cases of connectionist temporal classification.</summary>
internal sealed class AlignmentGradients : IGradientCases
{
    public IEnumerable<GradientCase> Cases()
    {
        var indices = Tensor.Create([0L, 0, 0, 1, 1, 0, 1, 1, 1, 2], (5, 2));
        (string Name, TensorShape Shape, int[] Labels, int[] Lengths)[] settings =
        [
            ("", (6, 2, 4), [0, 1, 2, 2, 1], [6, 5]), ("tight", (4, 2, 3), [1, 0, 0, 1, 1], [2, 4]), ("long", (8, 2, 5), [3, 3, 2, 1, 0], [7, 8]),
        ];
        foreach (var s in settings)
        {
            // TensorFlow's kernel computes in float32, whatever the type of the logits.
            yield return new($"CTCLoss {s.Name}", x => RawOps.CTCLoss(x[0], indices, Tensor.Create<int>(s.Labels, 5), Tensor.Create<int>(s.Lengths, s.Lengths.Length)), Sample(s.Shape, -2, 2)) { UnknownBatch = true, Tolerance = 1e-4 };
        }
    }
}
