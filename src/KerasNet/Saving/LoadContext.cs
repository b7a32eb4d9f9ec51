namespace KerasNet.Saving;

/// <summary>What is known while a model is made from a config: the user's objects, and that it is being made.</summary>
internal sealed class LoadContext : IDisposable
{
    [ThreadStatic]
    private static LoadContext? _current;

    private readonly LoadContext? _before = _current;

    private LoadContext(CustomObjects custom) => Custom = custom;

    /// <summary>That of the load on this thread; null outside.</summary>
    public static LoadContext? Current => _current;

    public CustomObjects Custom { get; }

    /// <summary>Begins a load; disposing ends it.</summary>
    public static LoadContext Enter(CustomObjects? custom)
    {
        var context = new LoadContext(custom ?? _current?.Custom ?? new CustomObjects());
        _current = context;
        return context;
    }

    /// <summary>What the load on this thread was given, else what a scope around it has; null where neither has it.</summary>
    public static T? Find<T>(Func<CustomObjects, T?> find)
        where T : class => (_current is { } load ? find(load.Custom) : null) ?? CustomObjectScope.Find(find);

    public void Dispose() => _current = _before;
}
