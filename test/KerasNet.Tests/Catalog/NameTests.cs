using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Losses;
using KerasNet.Metrics;
using KerasNet.Optimizers;
using KerasNet.Regularizers;

namespace KerasNet.Tests.Catalog;

/// <summary>Every name of Keras's registries gives the class that Keras gives.</summary>
public sealed class NameTests
{
    // Base classes, functions with arguments of their own, and what this version of KerasNet leaves out.
    private static readonly HashSet<string> _without = ["initializer", "constraint", "regularizer", "metric", "optimizer", "Initializer", "Constraint", "Regularizer", "Metric", "Loss", "LossFunctionWrapper",
        "mean_metric_wrapper", "MeanMetricWrapper", "threshold", "optimizermap", "lossscaleoptimizer", "muon"];

    // Classes that ask for an argument.
    private static readonly HashSet<string> _asking = ["IoU", "MeanIoU", "OneHotIoU", "OneHotMeanIoU", "PrecisionAtRecall", "RecallAtPrecision", "SensitivityAtSpecificity", "SpecificityAtSensitivity", "MultiOptimizer"];

    [TestCase("initializers")]
    [TestCase("losses")]
    [TestCase("metrics")]
    [TestCase("optimizers")]
    [TestCase("regularizers")]
    [TestCase("constraints")]
    [TestCase("activations")]
    public void NamesAreKerass(string kind)
    {
        foreach (var name in Golden.Json(Path.Combine("catalog", "names.json")).GetProperty(kind).EnumerateObject().Where(p => !_without.Contains(p.Name)))
        {
            var wanted = name.Value.GetString()!;
            if (_asking.Contains(wanted))
            {
                Assert.That(() => Get(kind, name.Name), Throws.ArgumentException.With.Message.Contains("cannot be made by its name alone"), name.Name);
                continue;
            }

            var made = Get(kind, name.Name);
            var got = made is ActivationFunction activation ? activation.Name : kind == "losses" && !char.IsUpper(wanted[0]) ? AutoName.ToSnakeCase(made.GetType().Name) : made.GetType().Name;
            Assert.That(got, Is.EqualTo(wanted), $"{kind} '{name.Name}'");
        }
    }

    [Test]
    public void EveryClassHasNumbersOfKeras()
    {
        Type[] kinds = [typeof(Initializer), typeof(Loss), typeof(Metric), typeof(Optimizer), typeof(KerasNet.Optimizers.Schedules.LearningRateSchedule), typeof(Regularizer), typeof(Constraint)];
        var recorded = new[] { "initializers", "losses", "metrics", "optimizers", "schedules", "small" }
            .SelectMany(f => Recorded.Cases(f + ".json").Select(r => r.GetProperty("class").GetString()!)).ToHashSet();
        var missing = typeof(Loss).Assembly.GetExportedTypes().Where(t => !t.IsAbstract && kinds.Any(t.IsSubclassOf) && t != typeof(MeanMetricWrapper) && t != typeof(FunctionLoss) && t != typeof(MultiOptimizer) && !recorded.Contains(t.Name)).Select(t => t.Name);
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void OptimizersAreFoundWhateverTheCase() => Assert.That((Optimizer)"ADAMW", Is.InstanceOf<AdamW>());

    [Test]
    public void UnknownNamesListTheNearest() =>
        Assert.That(() => (Initializer)"he_norml", Throws.ArgumentException.With.Message.Contains("Did you mean 'he_normal'?"));

    private static object Get(string kind, string name) => kind switch
    {
        "initializers" => Catalog<Initializer>.Get(name),
        "losses" => Catalog<Loss>.Get(name),
        "metrics" => Catalog<Metric>.Get(name),
        "optimizers" => Catalog<Optimizer>.Get(name),
        "regularizers" => Catalog<Regularizer>.Get(name),
        "constraints" => Catalog<Constraint>.Get(name),
        _ => Catalog<ActivationFunction>.Get(name),
    };
}
