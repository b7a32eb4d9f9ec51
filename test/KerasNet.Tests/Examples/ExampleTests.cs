using System.Globalization;
using System.Text.RegularExpressions;

namespace KerasNet.Tests.Examples;

/// <summary>Every example runs on every backend and reaches its floor. A wrong gradient or a wrong metric would miss it.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All)), NonParallelizable]
public sealed class ExampleTests(string backend)
{
    [OneTimeSetUp]
    public static void CarriedDigitsOnly() => Environment.SetEnvironmentVariable("KERASNET_OFFLINE", "1");

    [Test]
    public void LinearRegressionFindsTheWeights()
    {
        var output = Run("LinearRegression");
        Assert.That(Numbers(output, "weight: ")[0], Is.EqualTo(3).Within(0.03));
        Assert.That(Numbers(output, "bias: ")[0], Is.EqualTo(2).Within(0.02));
    }

    [Test]
    public void XorIsLearnedWithTargetsOfBothShapes() =>
        Assert.That(Numbers(Run("Xor"), "accuracy: "), Is.EqualTo(new[] { 1.0, 1.0 }));

    [Test]
    public void IrisClassification() => Floor("IrisClassification", "test accuracy: ", 0.9);

    [Test]
    public void MnistMlp() => Floor("MnistMlp", "test accuracy: ", 0.95);

    [Test]
    public void MnistCnn() => Floor("MnistCnn", "test accuracy: ", 0.965);

    [Test]
    public void ResidualBlock() => Floor("ResidualBlock", "test accuracy: ", 0.93);

    [Test]
    public void SequenceLstm() => Floor("SequenceLstm", "held-out accuracy: ", 0.9);

    [Test]
    public void TextClassification()
    {
        var output = Run("TextClassification");
        Assert.That(Numbers(output, "test accuracy: ")[^1], Is.GreaterThanOrEqualTo(0.97));
        Assert.That(output, Does.Match(@"\nfriendly .*wonderful").And.Match(@"\nunfriendly .*worst"));
    }

    [Test]
    public void EveryExampleHasATest()
    {
        var files = Directory.GetFiles(Path.Combine(Golden.Repository, "examples"), "*.cs").Select(f => Path.GetFileNameWithoutExtension(f)!);
        var tests = typeof(ExampleTests).GetMethods().Select(m => m.Name).ToList();
        Assert.That(files.Where(f => !tests.Exists(t => t.StartsWith(f, StringComparison.Ordinal) || t.StartsWith(f + "Is", StringComparison.Ordinal))), Is.Empty);
    }

    private void Floor(string name, string label, double floor) => Assert.That(Numbers(Run(name), label)[^1], Is.GreaterThanOrEqualTo(floor));

    private string Run(string name)
    {
        using var scope = Keras.Scope(backend);
        var output = ExampleProgram.Run(name);
        TestContext.Out.WriteLine(output[Math.Max(0, output.Length - 400)..]);
        return output;
    }

    private static double[] Numbers(string output, string label) =>
        [.. Regex.Matches(output, Regex.Escape(label) + @"(-?[0-9.]+)", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(m => double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];
}
