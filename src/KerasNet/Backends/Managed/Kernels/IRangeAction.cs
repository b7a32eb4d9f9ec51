namespace KerasNet.Backends.Managed;

/// <summary>Work over a range of independent items. How the range is split must not change any number.</summary>
internal interface IRangeAction
{
    /// <summary>Does the items from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    void Run(int start, int end);
}
