using System.Reflection;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using KerasNet.Graphs;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace KerasNet.Tests.House;

/// <summary>Who may know whom: the table of ARCHITECTURE.md, as rules.</summary>
public sealed class ArchitectureHouseTests
{
    private const string Keras = "Layers|Models|Training|Losses|Metrics|Optimizers|Callbacks|Saving";

    private static readonly Assembly[] s_assemblies = [typeof(Model).Assembly, typeof(KerasNet.TensorFlow.TensorFlowBackend).Assembly];
    private static readonly Lazy<ArchUnitNET.Domain.Architecture> s_architecture = new(() => new ArchLoader().LoadAssemblies(s_assemblies).Build());

    [TestCase(@"Layers(\..*)?", @"Backends(\..*)?|TensorFlow(\..*)?", TestName = "A layer never names a backend")]
    [TestCase(@"Models|Callbacks|Losses|Metrics", @"Backends(\..*)?", TestName = "Models, callbacks, losses and metrics never name a backend")]
    [TestCase(@"Losses|Metrics|Optimizers(\..*)?|Initializers|Regularizers|Constraints|Activations", @"Layers|Models|Training|Callbacks", TestName = "What a layer is made of does not know layers")]
    [TestCase(@"Graphs|Backends(\..*)?", Keras, TestName = "Graphs and backends do not know Keras")]
    [TestCase(@"NumPy", Keras + "|Graphs|Backends.*", TestName = "NumPy's functions know nothing of models")]
    [TestCase(@"TensorFlow\.(Eager|Emission|Native|Runtime|Sessions)", Keras, TestName = "The binding does not know Keras")]
    public void Knows(string who, string notWhom) => Assert.That(Broken(
        Types().That().ResideInNamespaceMatching($@"^KerasNet\.({who})$").Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^KerasNet\.({notWhom})$"))), Is.Empty);

    [Test]
    public void OpsOfTheGraphDoNotKnowKeras() => Assert.That(Broken(
        Types().That().AreAssignableTo(typeof(OpDefinition)).Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^KerasNet\.({Keras})$"))), Is.Empty);

    [Test]
    public void OnlyTheBindingCallsNativeCode() => Assert.That(
        s_assemblies[0].GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(m => m.Attributes.HasFlag(MethodAttributes.PinvokeImpl)).Select(m => $"{m.DeclaringType}.{m.Name}"),
        Is.Empty);

    private static IEnumerable<string> Broken(IArchRule rule) => rule.Evaluate(s_architecture.Value).Where(result => !result.Passed).Select(result => result.Description);
}
