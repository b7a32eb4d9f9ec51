using KerasNet.Internal;

namespace KerasNet.Tests.Internal;

public sealed class AutoNameTests
{
    [Test]
    public void NamesAreThoseOfKeras()
    {
        var pairs = Golden.Json("names.json").EnumerateObject().ToArray();
        Assert.That(pairs, Has.Length.GreaterThan(300));
        Assert.That(pairs.Select(pair => $"{pair.Name}: {AutoName.ToSnakeCase(pair.Name)}"), Is.EqualTo(pairs.Select(pair => $"{pair.Name}: {pair.Value.GetString()}")));
    }
}
