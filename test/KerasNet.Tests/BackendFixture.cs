namespace KerasNet.Tests;

/// <summary>A fixture whose tests run in a scope of their own on one backend. Derive with <c>[TestFixtureSource(typeof(Backends), nameof(Backends.All))]</c>.</summary>
public abstract class BackendFixture(string backend)
{
    private IDisposable? _scope;

    /// <summary>Name of the backend.</summary>
    protected string Backend { get; } = backend;

    [SetUp]
    public void EnterScope() => _scope = Keras.Scope(Backend);

    [TearDown]
    public void LeaveScope() => _scope?.Dispose();
}
