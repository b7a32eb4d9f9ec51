using System.Reflection;

namespace KerasNet.Tests;

/// <summary>The derivative of every public function that has one, against central differences; a function without a case here is one through which nothing flows, and is listed.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class OpGradientTests(string backend) : BackendFixture(backend)
{
    /// <summary>Functions through which no gradient flows: their results are whole numbers, truths, constants or no tensors, or do not depend on their inputs but in steps.</summary>
    private static readonly string[] _without =
    [
        "All", "AllClose", "Any", "Arange", "Argmax", "Argmin", "Argpartition", "Argsort", "Bartlett", "Bincount", "BitwiseAnd", "BitwiseInvert", "BitwiseLeftShift", "BitwiseNot", "BitwiseOr",
        "BitwiseRightShift", "BitwiseXor", "Blackman", "Ceil", "ConvertToNumpy", "CountNonzero", "CtcDecode", "DType", "Digitize", "Eig", "Empty", "EmptyLike", "Equal", "Eye", "Floor", "FloorDivide",
        "Gcd", "Greater", "GreaterEqual", "Hamming", "Hanning", "Heaviside", "Histogram", "Identity", "InTopK", "IsClose", "IsFinite", "IsIn", "IsInf", "IsNan", "IsNegInf", "IsPosInf",
        "IsReal", "IsTensor", "Kaiser", "Lcm", "LeftShift", "Less", "LessEqual", "LogicalAnd", "LogicalNot", "LogicalOr", "LogicalXor", "LuFactor", "MatrixRank", "MultiHot", "NanArgmax", "NanArgmin", "Ndim",
        "Nextafter", "Nonzero", "NotEqual", "OneHot", "Ones", "OnesLike", "RightShift", "Round", "SearchSorted", "Shape", "Sign", "Signbit", "Size", "Step", "StopGradient", "Tri", "Trunc", "Unique",
        "UnravelIndex", "View", "Zeros", "ZerosLike",
    ];

    private static readonly Lazy<Dictionary<string, OpGradient>> _cases = new(() => Families()
        .SelectMany(f => f.Cases()).GroupBy(c => c.Op).SelectMany(g => g.Select((c, i) => (Key: $"{c.Op} {i}", Case: c)))
        .ToDictionary(p => p.Key, p => p.Case));

    public static IEnumerable<string> Names => _cases.Value.Keys;

    public static IEnumerable<string> Functions => MethodsOf(typeof(KerasNet.Ops)).Concat(MethodsOf(typeof(KerasNet.Ops.Image)).Select(n => $"Image.{n}"));

    [TestCaseSource(nameof(Names))]
    public void AgreesWithCentralDifferences(string name) => _cases.Value[name].Check();

    [Test]
    public void EveryFunctionHasACaseOrIsListed()
    {
        var tested = _cases.Value.Values.Select(c => c.Op).ToHashSet();
        Assert.That(Functions.Except(tested).Except(_without), Is.Empty, "functions without a case of IOpGradients");
        Assert.That(tested.Intersect(_without), Is.Empty, "functions with a case that are listed as having no derivative");
        Assert.That(tested.Concat(_without).Except(Functions), Is.Empty, "no such functions");
    }

    private static IEnumerable<string> MethodsOf(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(m => !m.IsSpecialName).Select(m => m.Name).Distinct();

    private static IEnumerable<IOpGradients> Families() => typeof(IOpGradients).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IOpGradients)))
        .OrderBy(t => t.Name)
        .Select(t => (IOpGradients)Activator.CreateInstance(t)!);
}
