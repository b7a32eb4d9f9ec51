using KerasNet.Internal;

namespace KerasNet.Tests.Internal;

public sealed class SuggestTests
{
    private static readonly string[] s_known = ["adadelta", "adagrad", "adam", "adamax", "adamw", "nadam", "rmsprop", "sgd", "mean_squared_error", "MeanSquaredError"];

    [TestCase("adm", "adam")]
    [TestCase("Adam", "adam")]
    [TestCase("RMSProp", "rmsprop")]
    [TestCase("rsmprop", "rmsprop")]
    [TestCase("gsd", "sgd")]
    [TestCase("adamm", "adam,adamw")]
    [TestCase("meansquarederor", "MeanSquaredError,mean_squared_error")]
    [TestCase("banana", "")]
    [TestCase("", "")]
    public void FindsTheNearest(string name, string expected) => Assert.That(string.Join(',', Suggest.Nearest(name, s_known)), Is.EqualTo(expected));

    [TestCase("kitten", "sitting", 3)]
    [TestCase("ab", "ba", 1)]
    [TestCase("", "abc", 3)]
    [TestCase("abc", "", 3)]
    [TestCase("same", "same", 0)]
    public void Distances(string from, string to, int expected) => Assert.That(Suggest.Distance(from, to), Is.EqualTo(expected));

    [Test]
    public void TheMessageSaysAll() => Assert.That(
        Suggest.Unknown("optimizer", "adm", ["sgd", "adam"], "Register it with KerasObjects.Register."),
        Is.EqualTo("Unknown optimizer 'adm'. Did you mean 'adam'? Known: adam, sgd. Register it with KerasObjects.Register."));

    [Test]
    public void TheMessageOfNothing() => Assert.That(Suggest.Unknown("layer", null, []), Is.EqualTo("Unknown layer null. Known: none."));
}
