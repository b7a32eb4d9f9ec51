using KerasNet.Graphs;
using KerasNet.TensorFlow.Emission;

namespace KerasNet.Tests.TensorFlow;

[TestFixture]
public sealed class OpNamesTests() : BackendFixture("tensorflow")
{
    [Test]
    public void EveryRawOpIsOneOfTensorFlows()
    {
        var names = OpSchemas.Library.Names.ToHashSet();
        var ops = typeof(OpDefinition).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(OpDefinition)) && !t.IsAbstract && t.GetConstructor(Type.EmptyTypes) is not null)
            .Select(t => ((OpDefinition)Activator.CreateInstance(t)!).Name)
            .Where(name => name != "Scan") // becomes StatelessWhile
            .ToList();

        Assert.That(ops, Has.Count.GreaterThan(20));
        Assert.That(ops.Where(op => !names.Contains(op)), Is.Empty);
    }
}
