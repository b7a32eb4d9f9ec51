namespace KerasNet.Internal;

/// <summary>The order in which Keras names metrics on a line and in a History: by code point, those of the validation last.</summary>
internal sealed class MetricOrder : IComparer<string>
{
    public static MetricOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        int validation = IsValidation(x).CompareTo(IsValidation(y));
        return validation != 0 ? validation : string.CompareOrdinal(x, y);
    }

    private static bool IsValidation(string? name) => name is not null && name.StartsWith("val_", StringComparison.Ordinal);
}
