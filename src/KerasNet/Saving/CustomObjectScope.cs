namespace KerasNet.Saving;

/// <summary>While it is open, files and configs may name these classes and functions, in this flow of execution. Scopes nest; the inner one is asked first.</summary>
/// <remarks>Python: <c>keras.saving.CustomObjectScope</c>. What a load is given as <c>customObjects</c> is asked before any scope.</remarks>
/// <example><c>using (new CustomObjectScope(new CustomObjects().Class&lt;ScaleShift&gt;())) { model = Keras.LoadModel("model.keras"); }</c></example>
public sealed class CustomObjectScope : IDisposable
{
    private static readonly AsyncLocal<CustomObjectScope?> _current = new();
    private readonly CustomObjectScope? _before = _current.Value;
    private readonly CustomObjects _objects;

    /// <summary>Opens a scope.</summary>
    /// <param name="customObjects">What may be named in it.</param>
    public CustomObjectScope(CustomObjects customObjects)
    {
        _objects = customObjects ?? throw new ArgumentNullException(nameof(customObjects));
        _current.Value = this;
    }

    /// <summary>Closes it: the scope around it is the current one again.</summary>
    public void Dispose() => _current.Value = _before;

    /// <summary>What the innermost scope has that has it; null where none has.</summary>
    internal static T? Find<T>(Func<CustomObjects, T?> find)
        where T : class
    {
        for (var scope = _current.Value; scope is not null; scope = scope._before)
        {
            if (find(scope._objects) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
