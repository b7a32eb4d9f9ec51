namespace KerasNet.Tests;

/// <summary>Both backends give the same values for every gradient case, and the same words for bad indices.</summary>
public sealed class AgreementTests
{
    private static readonly Lazy<Dictionary<string, GradientCase>> _cases = new(() => GradientTests.All
        .Where(c => !c.ManagedOnly)
        .Select((c, i) => (Key: $"{i}: {c}", Case: c))
        .ToDictionary(p => p.Key, p => p.Case));

    private static readonly Dictionary<string, (Func<Tensor> Call, string Message)> _errors = new()
    {
        ["gather"] = (() => RawOps.GatherV2(Ones(5, 3), Tensor.From(new[,] { { 0, 7 } })), "indices[0,1] = 7 is not in [0, 5)"),
        ["gather negative"] = (() => RawOps.GatherV2(Ones(5, 3), RawOps.Constant(-1)), "indices[0] = -1 is not in [0, 5)"),
        ["gather in batches"] = (() => RawOps.GatherV2(Ones(2, 5, 3), Tensor.From(new[,] { { 0, 1 }, { 7, 0 } }), 1, 1), "indices[1,0] = 7 is not in [0, 5)"),
        ["gather nd"] = (() => RawOps.GatherNd(Ones(5, 3), Tensor.From(new[,] { { 0, 1 }, { 5, 0 } })), "indices[1] = [5, 0] does not index into param shape [5,3]"),
        ["scatter nd"] = (() => RawOps.ScatterNd(Tensor.From(new[,] { { 7 } }), Ones(1), RawOps.Constant(5)), "indices[0] = [7] does not index into shape [5]"),
        ["tensor scatter"] = (() => RawOps.TensorScatterUpdate(Ones(5), Tensor.From(new[,] { { 7 } }), Ones(1)), "indices[0] = [7] does not index into shape [5]"),
        ["segments"] = (() => RawOps.UnsortedSegmentSum(Ones(2), RawOps.Constant(0, 7), RawOps.Scalar(3)), "segment_ids[1] = 7 is out of range [0, 3)"),
        ["reverse sequence"] = (() => RawOps.ReverseSequence(Ones(2, 3), RawOps.Constant(1, 4), 1, 0), "seq_lens(1) > input.dims(1)"),
        ["not a number"] = (() => RawOps.CheckNumerics(Tensor.Create([1f, float.NaN], 2), "loss"), "loss : Tensor had NaN values"),
        ["infinite"] = (() => RawOps.CheckNumerics(Tensor.Create([1f, float.PositiveInfinity], 2), "loss"), "loss : Tensor had Inf values"),
        ["permutation"] = (() => RawOps.InvertPermutation(RawOps.Constant(0, 0)), "0 is duplicated in the input."),
        ["range"] = (() => RawOps.Range(RawOps.Scalar(0), RawOps.Scalar(9), RawOps.Scalar(0)), "Requires delta != 0"),
    };

    public static IEnumerable<string> Names => _cases.Value.Keys;

    public static IEnumerable<string> Errors => _errors.Keys;

    [TestCaseSource(nameof(Names))]
    public void GivesTheSameValues(string name)
    {
        var (managed, tensorflow) = (Run("managed", _cases.Value[name]), Run("tensorflow", _cases.Value[name]));
        Assert.That(managed.Shape, Is.EqualTo(tensorflow.Shape));
        Assert.That(managed.ToArray<double>(), Is.EqualTo(tensorflow.ToArray<double>()).Within(_cases.Value[name].Tolerance));
    }

    [TestCaseSource(nameof(Errors))]
    public void SaysTheSame(string name) => Assert.Multiple(() =>
    {
        foreach (var backend in Backends.All)
        {
            using var scope = Keras.Scope(backend);
            Assert.That(() => _errors[name].Call(), Throws.InstanceOf<Exception>().With.Message.Contains(_errors[name].Message), backend);
        }
    });

    private static Tensor Run(string backend, GradientCase given)
    {
        using var scope = Keras.Scope(backend);
        return given.Function(given.Inputs);
    }

    private static Tensor Ones(params int[] shape) => Ops.Ones(shape);
}
