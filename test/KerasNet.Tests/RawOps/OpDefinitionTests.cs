using System.Reflection;
using KerasNet.Graphs;
using KerasNet.TensorFlow.Emission;

namespace KerasNet.Tests;

/// <summary>Every op has a derivative and a gradient case, or is one of those through which no gradient flows.</summary>
public sealed class OpDefinitionTests
{
    /// <summary>Ops without a derivative, each with the reason.</summary>
    private static readonly Dictionary<string, string> _without = new()
    {
        ["Eig"] = "its results are complex; symmetric matrices have SelfAdjointEigV2",
        ["Lu"] = "TensorFlow has none either",
        ["Placeholder"] = "has no inputs",
        ["ReadVariableOp"] = "the walk ends at the variable's handle",
        ["UniqueWithCountsV2"] = "TensorFlow has none either",
    };

    private static readonly Lazy<HashSet<string>> _tested = new(() => [.. GradientTests.All.SelectMany(c => c.Ops())]);

    public static IEnumerable<string> Names => Definitions().Select(d => d.Name);

    public static IEnumerable<string> Differentiable => Definitions().Where(d => !d.IsConstant && !d.Writes && !_without.ContainsKey(d.Name)).Select(d => d.Name);

    [Test]
    public void OpsWithoutADerivativeExist() => Assert.That(_without.Keys, Is.SubsetOf(Names));

    [TestCaseSource(nameof(Differentiable))]
    public void HasADerivativeAndAGradientCase(string name)
    {
        var op = Definitions().Single(d => d.Name == name);
        Assert.That(Overrides(op, nameof(OpDefinition.Gradient)), "neither overrides Gradient, nor is IsConstant, nor is listed here with a reason");
        Assert.That(_tested.Value, Does.Contain(name), "no class of IGradientCases has a case with this op");
    }

    [Test]
    public void NamesAreTensorFlows()
    {
        using var scope = Keras.Scope("tensorflow");
        Assert.That(Names.Except(OpSchemas.Library.Names), Is.EqualTo(new[] { "Scan" }), "a loop becomes StatelessWhile; all others are TensorFlow's own");
    }

    [Test]
    public void NamesAreUnique() => Assert.That(Names, Is.Unique);

    private static bool Overrides(OpDefinition op, string method)
    {
        var found = op.GetType().GetMethod(method, BindingFlags.Instance | BindingFlags.Public)!;
        if (found.DeclaringType == typeof(OpDefinition))
        {
            return false;
        }

        // Where a base class sorts out broadcasting, the op says the rest in Derivative.
        var derivative = op.GetType().GetMethod("Derivative", BindingFlags.Instance | BindingFlags.NonPublic);
        return derivative is null || (derivative.DeclaringType != typeof(UnaryOp) && derivative.DeclaringType != typeof(BroadcastOp));
    }

    private static IEnumerable<OpDefinition> Definitions() => typeof(OpDefinition).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(OpDefinition)))
        .OrderBy(t => t.Name)
        .Select(t => (OpDefinition)Activator.CreateInstance(t)!);
}
