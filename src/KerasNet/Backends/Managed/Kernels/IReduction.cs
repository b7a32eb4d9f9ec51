namespace KerasNet.Backends.Managed;

/// <summary>An associative way to join numbers: sum, product, largest, smallest.</summary>
internal interface IReduction<T> where T : unmanaged
{
    /// <summary>The result of joining nothing.</summary>
    static abstract T Identity { get; }

    /// <summary>All numbers of a row that is not empty.</summary>
    static abstract T Row(ReadOnlySpan<T> x);

    /// <summary><c>y[i] = join(y[i], x[i])</c>.</summary>
    static abstract void Join(ReadOnlySpan<T> x, Span<T> y);
}
